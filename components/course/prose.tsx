import type { Element, Root } from "hast";
import { type Components, type ExtraProps, toJsxRuntime } from "hast-util-to-jsx-runtime";
import { ExternalLink, Play } from "lucide-react";
import type { ComponentProps } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { Admonition, AdmonitionTitle } from "./admonition.tsx";
import { Picture } from "./picture.tsx";

type Props<Tag extends keyof React.JSX.IntrinsicElements> = ComponentProps<Tag> & ExtraProps;

const KEY =
  "rounded border border-base-300 bg-base-100 px-1.5 py-0.5 font-medium font-sans text-sm box-decoration-clone";
const CODE =
  "inline-block max-w-full break-words rounded bg-base-300/60 px-1 font-mono text-[0.9em] leading-normal in-[pre]:inline in-[pre]:bg-transparent in-[pre]:p-0";
const TIME = "badge badge-soft badge-primary gap-1 align-middle font-semibold tabular-nums no-underline";

const isPicture = (child: Element["children"][number] | undefined): boolean =>
  child?.type === "element" && child.tagName === "img";

function Paragraph({ node, className, ...rest }: Props<"p">) {
  if (className === "admonition-title") {
    return <AdmonitionTitle look={node?.properties.dataLook}>{rest.children}</AdmonitionTitle>;
  }
  if (node?.children.length === 1 && isPicture(node.children[0])) return <figure>{rest.children}</figure>;
  return <p {...rest} className="text-pretty" />;
}

function Anchor({ node: _, className, children, ...rest }: Props<"a">) {
  if (className === "time") {
    return (
      <a {...rest} className={TIME}>
        <Play className="size-3 shrink-0" aria-hidden="true" />
        {children}
      </a>
    );
  }
  return (
    <a {...rest} className="link link-primary break-words">
      {children}
      {rest.target === "_blank" && (
        <ExternalLink className="ml-0.5 inline-block size-3.5 align-baseline" aria-hidden="true" />
      )}
    </a>
  );
}

const Code = ({ node: _, className, ...rest }: Props<"code">) => (
  <code {...rest} className={className === "key" ? KEY : CODE} />
);

const Table = ({ node: _, ...rest }: Props<"table">) => (
  <div className="overflow-x-auto rounded-field border border-base-300">
    <table {...rest} className="table table-sm" />
  </div>
);

/** An element of the page in our dress. */
function dressed<Tag extends "h1" | "h2" | "h3" | "h4" | "ol" | "ul" | "li" | "blockquote" | "pre" | "hr">(
  Tag: Tag,
  dress: string,
) {
  return ({ node: _, ...rest }: Props<Tag>) => jsx(Tag, { ...rest, className: dress });
}

const components: Partial<Components> = {
  a: Anchor,
  aside: ({ node: _, ...rest }: Props<"aside">) => <Admonition {...rest} />,
  blockquote: dressed("blockquote", "space-y-3 border-base-300 border-l-4 pl-4 text-base-content/80"),
  code: Code,
  h1: dressed("h1", "mt-8 scroll-mt-6 text-balance font-bold text-2xl"),
  h2: dressed("h2", "mt-8 scroll-mt-6 text-balance font-bold text-2xl"),
  h3: dressed("h3", "mt-8 scroll-mt-6 text-balance font-bold text-lg"),
  h4: dressed("h4", "mt-6 scroll-mt-6 text-balance font-bold"),
  hr: dressed("hr", "border-base-300"),
  img: ({ node: _, ...rest }: Props<"img">) => <Picture {...rest} />,
  li: dressed("li", "pl-1 [&>*+*]:mt-3"),
  ol: dressed("ol", "list-decimal space-y-3 pl-6 marker:font-bold marker:tabular-nums"),
  p: Paragraph,
  pre: dressed("pre", "overflow-x-auto rounded-field border border-base-300 bg-base-100 p-4 text-sm"),
  table: Table,
  ul: dressed("ul", "list-disc space-y-2 pl-6 marker:text-base-content/50"),
};

/** A page, or a part of one, as the course's engine made it. `lang` is said when it is not the language of the screen. */
export function Prose({ tree, lang }: { readonly tree: Root; readonly lang?: string | undefined }) {
  return (
    <div lang={lang} className="max-w-prose space-y-4 leading-relaxed">
      {toJsxRuntime(tree, { Fragment, jsx, jsxs, components, passNode: true })}
    </div>
  );
}
