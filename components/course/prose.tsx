import type { Element, Nodes, Root } from "hast";
import { type Components, type ExtraProps, toJsxRuntime } from "hast-util-to-jsx-runtime";
import { ExternalLink, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { SavedText } from "#components/author/saved-texts";
import { Admonition, AdmonitionTitle, FoldedAdmonition, FoldedTitle } from "./admonition.tsx";
import { CopyCode } from "./copy-code.tsx";
import { Heading } from "./heading.tsx";
import { Picture } from "./picture.tsx";
import "./prose.css";

type Props<Tag extends keyof React.JSX.IntrinsicElements> = ComponentProps<Tag> & ExtraProps;

const KEY =
  "rounded border border-base-300 bg-base-100 px-1.5 py-0.5 font-medium font-sans text-sm box-decoration-clone";
const CODE =
  "inline-block max-w-full break-words rounded bg-base-300/60 px-1 font-mono text-[0.9em] leading-normal in-[pre]:inline in-[pre]:bg-transparent in-[pre]:p-0";
const TIME = "badge badge-soft badge-primary gap-1 align-middle font-semibold tabular-nums no-underline";

const wordsOf = (node: Nodes | undefined): string =>
  node?.type === "text" ? node.value : node && "children" in node ? node.children.map(wordsOf).join("") : "";

const holds = (node: Element | undefined, name: string): boolean =>
  node?.children.some((child) => child.type === "element" && child.tagName === name) ?? false;

function Paragraph({ node, className, ...rest }: Props<"p">) {
  if (className === "md-admonition-title") {
    return <AdmonitionTitle look={node?.properties.dataLook}>{rest.children}</AdmonitionTitle>;
  }
  if (node?.children.length === 1 && holds(node, "img")) return <figure>{rest.children}</figure>;
  return <p {...rest} className="text-pretty" />;
}

function Anchor({ node, className = "", children, ...rest }: Props<"a">) {
  if (className === "md-time") {
    return (
      <a {...rest} className={TIME}>
        <Play className="size-3 shrink-0" aria-hidden="true" />
        {children}
      </a>
    );
  }
  const button = className.includes("md-button--primary") ? "btn btn-primary" : "btn btn-outline";
  const dress = className.includes("md-button") ? button : `link link-primary break-words ${className}`;
  return (
    <a {...rest} className={dress}>
      {children}
      {rest.target === "_blank" && !holds(node, "img") && (
        <ExternalLink className="ml-0.5 inline-block size-3.5 align-baseline" aria-hidden="true" />
      )}
    </a>
  );
}

function Division({ node, className = "", children, ...rest }: Props<"div">) {
  const names = className.split(" ");
  if (names.includes("md-admonition")) {
    return (
      <Admonition {...rest} className={className}>
        {children}
      </Admonition>
    );
  }
  return (
    <div {...rest} className={className}>
      {children}
      {names.includes("md-highlight") && <CopyButton />}
    </div>
  );
}

function CopyButton() {
  const t = useTranslations("page");
  return <CopyCode words={{ copy: t("copy"), copied: t("copied") }} />;
}

const Code = ({ node: _, className, ...rest }: Props<"code">) => (
  <code {...rest} className={className === "md-key" ? KEY : CODE} />
);

const Table = ({ node: _, ...rest }: Props<"table">) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
  <div className="overflow-x-auto rounded-field border border-base-300" tabIndex={0}>
    <table {...rest} className="table table-sm" />
  </div>
);

const Pre = ({ node: _, ...rest }: Props<"pre">) => (
  <pre
    {...rest}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    tabIndex={0}
    className="overflow-x-auto rounded-field border border-base-300 bg-base-100 p-4 pr-14 text-sm"
  />
);

/** A choice that the browser keeps, so that it is the first one only at first. */
const Choice = ({ node: _, checked, ...rest }: Props<"input">) =>
  rest.type === "radio" ? <input {...rest} defaultChecked={checked} /> : <input {...rest} checked={checked} readOnly />;

const titled =
  (level: 1 | 2 | 3 | 4 | 5 | 6) =>
  ({ node, ...rest }: Props<"h2">) => <Heading {...rest} level={level} words={wordsOf(node)} />;

/** An element of the page in our dress; classes of its own stay beside it. */
function dressed<Tag extends "ol" | "ul" | "li" | "blockquote" | "hr">(Tag: Tag, dress: string) {
  return ({ node: _, className = "", ...rest }: Props<Tag>) =>
    jsx(Tag, { ...rest, className: className === "" ? dress : `${dress} ${className}` });
}

const components: Partial<Components> = {
  a: Anchor,
  blockquote: dressed("blockquote", "space-y-3 border-base-300 border-l-4 pl-4 text-base-content/80"),
  code: Code,
  details: ({ node: _, ...rest }: Props<"details">) => <FoldedAdmonition {...rest} />,
  div: Division,
  h1: titled(1),
  h2: titled(2),
  h3: titled(3),
  h4: titled(4),
  h5: titled(5),
  h6: titled(6),
  hr: dressed("hr", "border-base-300"),
  img: ({ node: _, ...rest }: Props<"img">) => <Picture {...rest} />,
  input: Choice,
  li: dressed("li", "pl-1 [&>*+*]:mt-3"),
  ol: dressed("ol", "list-decimal space-y-3 pl-6 marker:font-bold marker:tabular-nums"),
  p: Paragraph,
  pre: Pre,
  summary: ({ node, children }: Props<"summary">) => (
    <FoldedTitle look={node?.properties.dataLook}>{children}</FoldedTitle>
  ),
  table: Table,
  ul: dressed("ul", "list-disc space-y-2 pl-6 marker:text-base-content/50"),
};

/** Classes of Material's that we dress. Others are an author's own, and might mean something else to us. */
const KNOWN =
  /^(?:admonition(?:-title)?|inline|end|tabbed-(?:set|label|block)|highlight|filename|line|hll|keys?|twemoji|task-list(?:-item)?|footnote(?:-ref|-backref)?|grid|cards?|md-button(?:--primary)?|time|sr-only|hljs-\w+)$/;
const OWN = /^(?:md-|hljs-|sr-only$)/;

/** Under names of their own, since `inline` and `card` are also names of our styles. */
const dressOf = (className: string): string | undefined => {
  const known = className.split(" ").filter((name) => KNOWN.test(name));
  return known.length === 0 ? undefined : known.map((name) => (OWN.test(name) ? name : `md-${name}`)).join(" ");
};

function withKnownClasses<Made extends typeof jsx>(make: Made): Made {
  return ((type: Parameters<Made>[0], props: { className?: string }, key?: string) =>
    make(type, props.className ? { ...props, className: dressOf(props.className) } : props, key)) as Made;
}

const runtime = { Fragment, jsx: withKnownClasses(jsx), jsxs: withKnownClasses(jsxs), components, passNode: true };

type ProseProps = { readonly tree: Root; readonly lang?: string | undefined };

/** A page, or a part of one, as the course's engine made it. `lang` is said when it is not the language of the screen. */
export function Prose({ tree, lang }: ProseProps) {
  return (
    <div lang={lang} className="page max-w-prose space-y-4 leading-relaxed">
      {toJsxRuntime(tree, runtime)}
    </div>
  );
}

type PartProps = ProseProps & { readonly anchor: string; readonly isWritten?: boolean | undefined };

/** The same of a part of a lesson; while pages are written it is replaced as soon as its author has saved another. */
export function LessonProse({ anchor, isWritten = false, ...prose }: PartProps) {
  const text = <Prose {...prose} />;
  return isWritten ? <SavedText anchor={anchor}>{text}</SavedText> : text;
}
