import "server-only";
import type { Element } from "hast";
import type { Token } from "markdown-it";
import { element, text } from "./element.ts";

/** Footnotes with the anchors that MkDocs gives them: `fn:1` for the note, `fnref:1` for where it is called. */
type Meta = { readonly id: number; readonly subId?: number; readonly label?: string };

const metaOf = (token: Token): Meta => token.meta as unknown as Meta;
const nameOf = ({ id, label }: Meta): string => label ?? String(id + 1);
const callOf = (meta: Meta): string => `fnref${meta.subId ? meta.subId + 1 : ""}:${nameOf(meta)}`;

/** What opens with the token, if it is one of a footnote's. */
export function footnoteOf(token: Token): Element | null {
  if (token.type === "footnote_block_open") return element("ol", { className: ["footnote"] });
  if (token.type === "footnote_open") return element("li", { id: `fn:${nameOf(metaOf(token))}` });
  return null;
}

export function referenceOf(token: Token): Element {
  const meta = metaOf(token);
  const link = { className: ["footnote-ref"], href: `#fn:${nameOf(meta)}` };
  return element("sup", { id: callOf(meta) }, [element("a", link, [text(String(meta.id + 1))])]);
}

export function anchorOfFootnote(token: Token): Element {
  const meta = metaOf(token);
  return element("a", { className: ["footnote-backref"], href: `#${callOf(meta)}` }, [text("↩")]);
}
