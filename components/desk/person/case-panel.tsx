import { AlarmClock, CheckCheck, Hand, MessageSquareText } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { Lapse } from "#components/ui/lapse";
import { Moment } from "#components/ui/moment";
import { SNOOZES } from "#domain/desk/snooze";
import type { HelpNeed } from "#domain/help/facts";

export type Case = {
  readonly id: string;
  readonly status: HelpNeed;
  readonly stepId: string | null;
  readonly tries: number;
  readonly since: Date;
  readonly taker: { readonly name: string; readonly isReader: boolean } | null;
  readonly snoozedUntil: Date | null;
  readonly answeredAt: Date | null;
};

type Props = {
  readonly open: Case;
  readonly studentId: string;
  /** What is wrong, in words. */
  readonly reason: string;
  readonly step: string | null;
  readonly act: (form: FormData) => Promise<void>;
};

/** Why somebody needs help now, who looks after it, and what can be done. */
export function CasePanel({ open, studentId, reason, step, act }: Props) {
  const t = useTranslations();
  const { taker, snoozedUntil, answeredAt } = open;
  return (
    <Card className="p-6" aria-labelledby={`case-${open.id}`}>
      <h2 id={`case-${open.id}`} className="font-bold text-xl">
        {t("case.heading", { reason })}
      </h2>
      <p className="num mt-1 text-base-content/75">
        {[step, open.tries > 0 ? t("case.tries", { count: open.tries }) : null].filter(Boolean).join(" · ")}
        {(step || open.tries > 0) && " · "}
        {t("case.for")} <Lapse since={open.since} form="for" />
      </p>
      <p className="num text-base-content/75 text-sm">
        {taker ? t(taker.isReader ? "case.yours" : "case.theirs", { name: taker.name }) : t("case.nobodys")}
        {answeredAt && (
          <>
            {" "}
            · {t("desk.answered")} <Lapse since={answeredAt} form="ago" />
          </>
        )}
        {snoozedUntil && (
          <>
            {" "}
            · {t("desk.snoozedUntil")} <Moment at={snoozedUntil} />
          </>
        )}
      </p>
      <form action={act} className="mt-4 flex flex-wrap items-end gap-2">
        <input type="hidden" name="who" value={open.id} />
        <input type="hidden" name="person" value={studentId} />
        <TakeButton taker={taker} />
        <button type="submit" name="act" value="resolve" className="btn btn-quiet min-h-11">
          <CheckCheck className="size-4" aria-hidden="true" /> {t("deskActions.resolve")}
        </button>
        <Link href={`/desk/message?to=${studentId}`} prefetch={false} className="btn btn-quiet min-h-11">
          <MessageSquareText className="size-4" aria-hidden="true" /> {t("deskActions.message")}
        </Link>
        {snoozedUntil ? (
          <button type="submit" name="act" value="wake" className="btn btn-quiet min-h-11">
            <AlarmClock className="size-4" aria-hidden="true" /> {t("deskActions.wake")}
          </button>
        ) : (
          <span className="join">
            <select
              name="until"
              defaultValue="tomorrow"
              aria-label={t("deskActions.snoozeUntil")}
              className="select join-item h-11"
            >
              {SNOOZES.map((choice) => (
                <option key={choice} value={choice}>
                  {t(`deskActions.snoozes.${choice}`)}
                </option>
              ))}
            </select>
            <button type="submit" name="act" value="snooze" className="btn btn-quiet join-item min-h-11">
              <AlarmClock className="size-4" aria-hidden="true" /> {t("deskActions.snooze")}
            </button>
          </span>
        )}
      </form>
    </Card>
  );
}

function TakeButton({ taker }: { readonly taker: Case["taker"] }) {
  const t = useTranslations("case");
  const [deed, words] = !taker
    ? (["take", "take"] as const)
    : taker.isReader
      ? (["release", "release"] as const)
      : (["take_over", "takeOver"] as const);
  return (
    <button type="submit" name="act" value={deed} className={`btn min-h-11 ${taker ? "btn-quiet" : "btn-outline"}`}>
      <Hand className="size-4" aria-hidden="true" /> {t(words)}
    </button>
  );
}
