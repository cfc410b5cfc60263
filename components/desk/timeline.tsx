import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";

export type Told = {
  readonly kind:
    | ("ticked" | "unticked" | "proven" | "waived" | "unwaived")
    | ("opened" | "closed" | "closed_by" | "asked" | "wrote" | "answered" | "messaged")
    | ("passed" | "failed" | "invited" | "came");
  readonly at: Date;
  readonly step: string;
  /** Why help was needed, or a test failed. */
  readonly reason: string;
  readonly word: string;
};

/** What a student did and what was done for them, newest first. */
export function Timeline({ entries }: { readonly entries: readonly Told[] }) {
  const t = useTranslations("story");
  const person = useTranslations("desk.person");
  if (entries.length === 0) return <p className="mt-2 text-base-content/75">{person("noHistory")}</p>;
  return (
    <ol className="mt-3 divide-y divide-base-300 text-sm">
      {entries.map(({ at, kind, step, reason, word }) => (
        <li key={`${at.toISOString()} ${step} ${kind} ${word}`} className="flex flex-wrap justify-between gap-x-4 py-2">
          <span className="min-w-0 break-words">{t(kind, { step, reason, word })}</span>
          <span className="num text-base-content/70">
            <Moment at={at} />
          </span>
        </li>
      ))}
    </ol>
  );
}
