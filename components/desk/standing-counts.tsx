import { useTranslations } from "next-intl";
import { percentOf } from "#domain/class/share";

type Props = {
  readonly counts: {
    readonly students: number;
    /** Of how many anything is asked. */
    readonly asked: number;
    readonly finished: number;
    readonly inProgress: number;
    readonly waiting: number;
  };
  readonly needing: number;
};

/** Where there is nobody to divide by, there is no percentage; where nothing is required, there is no number. */
export function StandingCounts({ counts, needing }: Props) {
  const t = useTranslations("desk");
  const isNothing = counts.students > 0 && counts.asked === 0;
  const percent = percentOf({ count: counts.finished, of: counts.asked });
  const share = percent === null ? "–" : t("share", { percent });
  return (
    <dl className="num mt-6 grid grid-cols-2 gap-3 sm:grid-cols-4">
      {isNothing ? (
        <Count label={t("finished")} value="–" note={t("nothingAsked")} />
      ) : (
        <Count label={t("finished")} value={counts.finished} note={share} />
      )}
      <Count label={t("inProgress")} value={isNothing ? "–" : counts.inProgress} />
      <Count label={t("waiting")} value={counts.waiting} ink={counts.waiting > 0 ? "text-warning" : ""} />
      <Count label={t("needing")} value={needing} ink={needing > 0 ? "text-error" : ""} />
    </dl>
  );
}

function Count({
  label,
  value,
  note,
  ink = "",
}: {
  readonly label: string;
  readonly value: number | "–";
  readonly note?: string;
  readonly ink?: string;
}) {
  return (
    <div className="rounded-box border border-base-300 bg-base-100 p-4">
      <dt className="text-base-content/70 text-sm">{label}</dt>
      <dd className={`mt-1 font-bold text-2xl ${ink}`}>
        {value} {note && <span className="font-medium text-base-content/70 text-sm">{note}</span>}
      </dd>
    </div>
  );
}
