import "server-only";
import type { Root } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { type Processor, unified } from "unified";
import { admonitionSyntax, admonitionTree } from "./admonition-syntax.ts";
import { itemIndent } from "./item-indent.ts";
import { safe } from "./safe.ts";

/** Teaches the parser what MkDocs's Markdown has and CommonMark has not. */
function remarkMkdocs(this: Processor) {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), itemIndent, admonitionSyntax];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), admonitionTree];
}

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkMkdocs).freeze();
const toHtml = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize, safe)
  .freeze();

/** Markdown as a tree of harmless HTML whose elements know their lines. Bare of everything that depends on the page. */
export function treeOf(markdown: string): Root {
  return toHtml.runSync(parser.parse(markdown), { value: markdown }) as Root;
}
