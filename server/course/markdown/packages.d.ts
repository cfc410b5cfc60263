/** Plugins of the parser that come without types. */
declare module "markdown-it-abbr" {
  import type { MarkdownIt } from "markdown-it";
  export default function (markdown: MarkdownIt): void;
}
declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";
  export default function (markdown: MarkdownIt): void;
}
declare module "markdown-it-sub" {
  import type { MarkdownIt } from "markdown-it";
  export default function (markdown: MarkdownIt): void;
}
declare module "markdown-it-sup" {
  import type { MarkdownIt } from "markdown-it";
  export default function (markdown: MarkdownIt): void;
}
