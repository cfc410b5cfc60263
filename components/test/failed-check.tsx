import { CircleHelp, CircleX, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CauseView } from "#components/cause/cause-view";
import { SettingsLink } from "#components/cause/settings-link";
import { WhereToSee } from "#components/cause/where-to-see";
import { Prose } from "#components/course/prose";
import { SubmitButton } from "#components/ui/submit-button";
import { SameOrganization } from "#components/waiting/same-organization";
import { WaitClock } from "#components/waiting/wait-clock";
import type { CauseId } from "#domain/cause/cause";
import type { CheckName } from "#domain/check/check";
import type { CheckView } from "#domain/check/check-view";
import { isLag } from "#domain/check/judgement";
import { CheckDetails } from "./check-details.tsx";
import { Duration } from "./duration.tsx";
import { type Repeat, RepeatForm } from "./repeat-form.tsx";

export type Wait = {
  /** When the portal looks again; empty where nobody waits. */
  readonly looks: readonly Date[];
  /** The wait has ended and nothing has changed. */
  readonly isOver: boolean;
  readonly start: (form: FormData) => Promise<void>;
  readonly same: (form: FormData) => Promise<void>;
};

type Props = {
  readonly result: CheckView;
  readonly cause: CauseView;
  readonly wait: Wait;
  readonly repeat: Repeat;
};

const LOOKS = {
  failed: { icon: CircleX, ink: "text-error", border: "border-error/60" },
  waiting: { icon: Clock, ink: "text-warning", border: "border-warning/60" },
  inconclusive: { icon: CircleHelp, ink: "text-base-content/70", border: "border-base-content/30" },
} as const;

/** Answers four questions in order: what is wrong and what is not, what to do, where to see it, what happens next. */
export function FailedCheck(props: Props) {
  const t = useTranslations("test");
  const { result, cause, wait, repeat } = props;
  // The end of a wait has come, and its last look has not: that is waiting too.
  const isAhead = wait.looks.length > 0 || (wait.isOver && result.state === "waiting");
  const isWaiting = result.state !== "inconclusive" && isAhead && isLag(result.check, cause.cause);
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
          </div>
          {isWaiting && <WaitClock looks={wait.looks} className="mt-2 font-semibold text-warning" />}
          {isWaiting && <Again result={result} repeat={repeat} />}
        </div>
        <Duration ms={result.tookMs} />
      </div>
      {!isWaiting && wait.isOver && isLag(result.check, cause.cause) && (
        <SameOrganization
          check={result.check}
          organization={result.organization}
          project={result.project}
          same={wait.same}
        />
      )}
      {!isWaiting && <WhatToDo {...props} />}
    </li>
  );
}

function WhatToDo({ result, cause, wait, repeat }: Props) {
  const t = useTranslations("test");
  return (
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
        <WhereToSee cause={cause} isMain />
        <JustDone check={result.check} cause={cause.cause} start={wait.start} />
        <SettingsLink address={cause.settings} />
      </div>
      <Again result={result} repeat={repeat} />
    </div>
  );
}

const CLAIMS: Partial<Record<CheckName, "justVerified" | "justPaid">> = {
  "openai.image": "justVerified",
  "openai.credits": "justPaid",
};

/** 'I have just done it': what is refused now is let through some time later. */
function JustDone({
  check,
  cause,
  start,
}: {
  readonly check: CheckName;
  readonly cause: CauseId;
  readonly start: Wait["start"];
}) {
  const t = useTranslations("test");
  const claim = CLAIMS[check];
  if (!claim || !isLag(check, cause)) return null;
  return (
    <form action={start}>
      <input type="hidden" name="check" value={check} />
      <SubmitButton pending={t("running")} className="btn btn-outline min-h-11">
        <Clock className="size-4" aria-hidden="true" /> {t(claim)}
      </SubmitButton>
    </form>
  );
}

/** One more look is at hand, but for the picture, which asks for consent and is folded away with the details. */
function Again({ result, repeat }: Pick<Props, "result" | "repeat">) {
  const again = <RepeatForm result={result} {...repeat} />;
  const isPicture = result.check === "openai.image";
  return (
    <>
      <CheckDetails result={result}>{isPicture && again}</CheckDetails>
      {!isPicture && again}
    </>
  );
}
