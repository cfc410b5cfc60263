import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { Diff } from "#domain/roster/diff";
import { ImportRow } from "./import-row.tsx";
import { ImportSource } from "./import-source.tsx";

export const KINDS = ["new", "changed", "same", "wrong"] as const;
type Kind = (typeof KINDS)[number];
type Action = (form: FormData) => Promise<void>;
type Props = {
  readonly list: {
    readonly id: string;
    readonly cohort: { readonly id: string; readonly name: string };
    readonly source: Parameters<typeof ImportSource>[0]["source"];
    readonly diff: Diff;
  };
  /** The kind of rows that is shown; without one the first that there is. */
  readonly show: Kind | null;
  readonly confirm: Action;
  readonly drop: Action;
};

const SHOWN = 200;

const rowsOf = ({ changes, wrong }: Diff, kind: Kind) =>
  kind === "wrong" ? wrong : changes.filter((change) => change.kind === kind);

export function ImportReview({ list, show, confirm, drop }: Props) {
  const t = useTranslations("roster.import");
  const { diff, cohort } = list;
  const counts = KINDS.map((kind) => ({ kind, count: rowsOf(diff, kind).length }));
  const shown = show ?? counts.find(({ count }) => count > 0)?.kind ?? "new";
  const rows = rowsOf(diff, shown);
  return (
    <>
      <h1 className="mt-3 font-bold text-3xl">{t("review", { cohort: cohort.name })}</h1>
      <ImportSource source={list.source} />
      <Answer list={list} confirm={confirm} drop={drop} />
      <nav aria-label={t("filters")} className="mt-6 flex flex-wrap gap-2">
        {counts.map(({ kind, count }) => (
          <Link
            key={kind}
            href={`?show=${kind}`}
            aria-current={kind === shown ? "page" : undefined}
            className={`btn min-h-11 ${kind === shown ? "btn-outline" : "btn-quiet"}`}
          >
            {t(`kinds.${kind}`)} <span className="num text-base-content/70">{count}</span>
          </Link>
        ))}
      </nav>
      <ul className="mt-4 divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
        {rows.slice(0, SHOWN).map((row) => (
          <ImportRow key={`${row.line} ${row.kind}`} row={row} />
        ))}
        {rows.length === 0 && <li className="p-4 text-base-content/75">{t("noneOfKind")}</li>}
      </ul>
      {rows.length > SHOWN && <p className="mt-3 text-base-content/70 text-sm">{t("moreRows", { count: SHOWN })}</p>}
    </>
  );
}

function Answer({ list: { id, cohort, diff }, confirm, drop }: Omit<Props, "show">) {
  const t = useTranslations("roster.import");
  const count = diff.changes.filter(({ kind }) => kind !== "same").length;
  const fields = (
    <>
      <input type="hidden" name="list" value={id} />
      <input type="hidden" name="cohort" value={cohort.id} />
    </>
  );
  return (
    <div className="mt-5 space-y-3">
      {diff.wrong.length > 0 && <Notice look="info">{t("wrongStay")}</Notice>}
      {count === 0 && <Notice look="info">{t("nothing")}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        {count > 0 && (
          <form action={confirm} className="flex flex-wrap items-center gap-3">
            {fields}
            <SubmitButton pending={t("saving")} className="btn btn-primary num min-h-12">
              {t("confirm", { count })}
            </SubmitButton>
            <label className="flex min-h-11 items-center gap-2 text-sm">
              <input type="checkbox" name="invites" value="yes" defaultChecked className="checkbox" /> {t("invites")}
            </label>
          </form>
        )}
        <form action={drop}>
          {fields}
          <SubmitButton pending={t("saving")} className="btn btn-quiet min-h-12">
            {t("drop")}
          </SubmitButton>
        </form>
      </div>
    </div>
  );
}
