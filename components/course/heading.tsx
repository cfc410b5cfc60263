import { Link as LinkIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";

type Props = ComponentProps<"h2"> & { readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly words: string };

const DRESS = {
  1: "mt-8 text-2xl",
  2: "mt-8 text-2xl",
  3: "mt-8 text-lg",
  4: "mt-6",
  5: "mt-6",
  6: "mt-6 text-sm",
} as const;

/** A heading of a page with a link to itself beside it. */
export function Heading({ level, words, id, children, ...rest }: Props) {
  const Tag = `h${level}` as const;
  return (
    <div className={`group flex items-baseline gap-1 ${DRESS[level]}`}>
      <Tag {...rest} id={id} className="scroll-mt-6 text-balance font-bold">
        {children}
      </Tag>
      {id && <Permalink anchor={id} words={words} />}
    </div>
  );
}

/** Seen when one points at the heading or comes to it by keyboard. */
export function Permalink({ anchor, words }: { readonly anchor: string; readonly words: string }) {
  const t = useTranslations("page");
  return (
    <a
      href={`#${anchor}`}
      className="grid size-6 shrink-0 place-items-center self-center rounded text-base-content/60 opacity-0 hover:text-primary focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:hidden"
    >
      <LinkIcon className="size-4" aria-hidden="true" />
      <span className="sr-only">{t("permalink", { title: words })}</span>
    </a>
  );
}
