import type { Root } from "hast";
import { CircleHelp, CircleX, Clock, ExternalLink, Play } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Prose } from "#components/course/prose";
import { SubmitButton } from "#components/ui/submit-button";
import type { CauseId } from "#domain/cause/cause";
import type { CheckName } from "#domain/check/check";
import type { CheckView } from "#domain/check/check-view";
import { timecodeOf } from "#domain/course/timecode";
import { Duration } from "./check-card.tsx";

export type CauseView = {
  readonly cause: CauseId;
  readonly title: string;
  readonly module: string | null;
  readonly lesson: string | null;
  readonly anchor: string | null;
  readonly at: number | null;
  readonly settings: string | null;
  readonly explanation: Root;
  readonly whatToDo: Root;
  readonly whatNot: Root | null;
};

export type Timer = { readonly since: Date; readonly until: Date };

type Props = {
  readonly result: CheckView;
  readonly cause: CauseView;
  readonly timer: Timer | null;
  readonly wait: (form: FormData) => Promise<void>;
};

/** The checks whose cause ends some time after the student has done what was to do. */
const CLAIMS: Partial<
  Record<CheckName, { readonly causes: readonly CauseId[]; readonly words: "justVerified" | "justPaid" }>
> = {
  "openai.image": { causes: ["org_unverified"], words: "justVerified" },
  "openai.credits": { causes: ["quota_insufficient", "billing_not_active"], words: "justPaid" },
};

const LOOKS = {
  failed: { icon: CircleX, ink: "text-error", border: "border-error/60" },
  waiting: { icon: Clock, ink: "text-warning", border: "border-warning/60" },
  inconclusive: { icon: CircleHelp, ink: "text-base-content/70", border: "border-base-content/30" },
} as const;

/** Answers four questions in order: what is wrong and what is not, what to do, where to see it, what happens next. */
export function FailedCheck({ result, cause, timer, wait }: Props) {
  const t = useTranslations("test");
  const claim = CLAIMS[result.check];
  const canWait = claim?.causes.includes(cause.cause) ?? false;
  const isWaiting = result.state === "waiting" || (canWait && timer !== null);
  const state = isWaiting ? "waiting" : result.state === "inconclusive" ? "inconclusive" : "failed";
  const { icon: Icon, ink, border } = LOOKS[state];
  const id = `check-${result.check}`;
  return (
    <li className={`overflow-hidden rounded-box border-2 bg-base-100 ${border}`} aria-labelledby={id}>
      <div className="flex items-start gap-4 p-5">
        <Icon className={`mt-0.5 size-6 shrink-0 ${ink}`} aria-hidden="true" />
        <div className="min-w-0 flex-1">
          <h2 id={id} className="font-semibold">
            {isWaiting ? t("waitingTitle", { title: cause.title }) : cause.title}
          </h2>
          <div className="mt-1 text-base-content/80">
            {isWaiting ? <p>{t("waitingLead")}</p> : <Prose tree={cause.explanation} />}
            {isWaiting && <WaitingUntil until={timer?.until ?? result.waitingUntil} />}
          </div>
        </div>
        <Duration ms={result.tookMs} />
      </div>
      {!isWaiting && (
        <div className="border-base-300 border-t bg-base-200/60 p-5 sm:pl-15">
          <h3 className="font-bold text-sm">{t("whatToDo")}</h3>
          <div className="mt-2 text-base-content/85">
            <Prose tree={cause.whatToDo} />
          </div>
          {cause.whatNot && (
            <>
              <h3 className="mt-4 font-bold text-sm">{t("whatNot")}</h3>
              <div className="mt-2 text-base-content/85">
                <Prose tree={cause.whatNot} />
              </div>
            </>
          )}
          <div className="mt-5 flex flex-wrap gap-3">
            <WhereToSee cause={cause} />
            {canWait && claim && (
              <form action={wait}>
                <input type="hidden" name="check" value={result.check} />
                <SubmitButton pending={t("running")} className="btn btn-outline min-h-11">
                  <Clock className="size-4" aria-hidden="true" /> {t(claim.words)}
                </SubmitButton>
              </form>
            )}
            {cause.settings && (
              <a className="btn btn-quiet min-h-11" href={cause.settings} target="_blank" rel="noopener">
                {t("settings")} <ExternalLink className="size-4" aria-hidden="true" />
              </a>
            )}
          </div>
          <ExpectedSeen result={result} />
        </div>
      )}
    </li>
  );
}

function WhereToSee({ cause: { module, lesson, anchor, at } }: { readonly cause: CauseView }) {
  const t = useTranslations("test");
  if (!module || !lesson) return null;
  const page = `/lessons/${module}/${lesson}`;
  if (at === null) {
    return (
      <Link className="btn btn-primary min-h-11" href={anchor ? `${page}#${anchor}` : page}>
        {t("toLesson")}
      </Link>
    );
  }
  return (
    <Link className="btn btn-primary min-h-11" href={`${page}?t=${at}#film`}>
      <Play className="size-4" aria-hidden="true" />{" "}
      <span className="num">{t("watchFrom", { time: timecodeOf(at) })}</span>
    </Link>
  );
}

function WaitingUntil({ until }: { readonly until: Date | null }) {
  const t = useTranslations("test");
  const format = useFormatter();
  if (!until) return null;
  const time = format.dateTime(until, { hour: "2-digit", minute: "2-digit" });
  return <p className="num mt-2 font-semibold text-warning">{t("waitingUntil", { time })}</p>;
}

function ExpectedSeen({ result: { check, httpStatus, cause, costMicroUsd } }: { readonly result: CheckView }) {
  const t = useTranslations("test");
  const seen = () => {
    if (check === "openai.format") return t("seen.offline");
    if (cause === "timeout") return t("seen.timeout");
    return httpStatus === null ? t("seen.network") : t("seen.status", { status: httpStatus });
  };
  return (
    <p className="num mt-4 text-base-content/70 text-sm">
      {t("expectedSeen", { expected: t(`check.${check}.expected`), seen: seen() })}{" "}
      {costMicroUsd === 0 && httpStatus !== null && t("refusalFree")}
    </p>
  );
}
