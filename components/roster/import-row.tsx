import { useTranslations } from "next-intl";
import type { Change, WrongChange } from "#domain/roster/diff";

/** A line of the file: its number, whom it names, and what comes of it. */
export function ImportRow({ row }: { readonly row: Change | WrongChange }) {
  const t = useTranslations("roster.import");
  return (
    <li className="grid gap-x-4 gap-y-0.5 px-4 py-2.5 text-sm sm:grid-cols-[6rem_minmax(0,1fr)_minmax(0,1fr)]">
      <span className="num text-base-content/70">
        {t("line")} {row.line}
      </span>
      <span className="min-w-0 break-words">
        {row.kind === "wrong" ? (
          row.text
        ) : (
          <>
            <strong>{row.name}</strong> <span className="text-base-content/70">{row.email}</span>
          </>
        )}
      </span>
      <span className={row.kind === "wrong" ? "text-error" : "text-base-content/80"}>
        {row.kind === "wrong"
          ? t(`faults.${row.fault}`, { before: row.before ?? 0 })
          : t(`becomes.${row.kind}`, { was: row.kind === "changed" ? row.was : "" })}
      </span>
    </li>
  );
}
