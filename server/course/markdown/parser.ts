import "server-only";
import markdownIt from "markdown-it";
import abbreviations from "markdown-it-abbr";
import footnotes from "markdown-it-footnote";
import subscript from "markdown-it-sub";
import superscript from "markdown-it-sup";
import { admonitions } from "./rules/admonition.ts";
import { definitions } from "./rules/definitions.ts";
import { doubledMarks } from "./rules/doubled.ts";
import { htmlBlocks } from "./rules/html-block.ts";
import { inlineMarks } from "./rules/inline.ts";
import { lists } from "./rules/list.ts";
import { setextHeadings } from "./rules/setext.ts";
import { slashedBlocks } from "./rules/slashes.ts";
import { contentTabs } from "./rules/tabs.ts";

/** CommonMark with what MkDocs Material's authors write besides. */
export const parser = markdownIt({ html: true, linkify: true })
  .use(lists)
  .use(setextHeadings)
  .use(htmlBlocks)
  .use(admonitions)
  .use(contentTabs)
  .use(slashedBlocks)
  .use(inlineMarks)
  .use(doubledMarks)
  .use(abbreviations)
  .use(definitions)
  .use(footnotes)
  .use(subscript)
  .use(superscript);

// An address is one that says so: `plik.md` and `n8n.io` are names.
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
// Footnotes in the middle of a text (`^[…]`) are not MkDocs's; its `^` is a superscript.
parser.inline.ruler.disable("footnote_inline");
