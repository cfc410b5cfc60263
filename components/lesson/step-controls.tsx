import { Check, Lock, Undo2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { DoFirst } from "#components/progress/lock";
import { Moment } from "#components/ui/moment";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import { WaitClock } from "#components/waiting/wait-clock";
import type { Step } from "#domain/course/course";
import type { Before } from "#domain/progress/locks";
import type { Standing } from "#domain/progress/progress";
import type { StepRecord } from "#domain/progress/step-record";

type Props = {
  readonly step: Step;
  readonly standing: Standing;
  readonly record: StepRecord | undefined;
  readonly isNext: boolean;
  readonly mark: ((form: FormData) => Promise<void>) | null;
  readonly looks?: readonly Date[] | undefined;
  readonly lock: readonly Before[] | undefined;
  readonly isRefused: boolean;
  /** Who released the student from it, and why. */
  readonly waiver: { readonly reason: string; readonly by: string | null } | undefined;
};

/** The tick and its undo. One form in one place, so that the focus stays on its button when the state turns. */
export function StepControls({ step, standing, record, isNext, mark, looks, lock, isRefused, waiver }: Props) {
  const t = useTranslations("lesson");
  const isTicked = Boolean(record?.tickedAt);
  const isProven = standing === "proven";
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2">
      {lock && isRefused && <Refused />}
      {mark && !isProven && !lock && (
        <form action={mark}>
          <input type="hidden" name="step" value={step.id} />
          <input type="hidden" name="done" value={isTicked ? "no" : "yes"} />
          <SubmitButton
            pending={t("ticking")}
            className={`btn min-h-11 ${isTicked ? "btn-quiet" : isNext ? "btn-primary" : "btn-outline"}`}
            aria-describedby={`state-${step.id}`}
          >
            {isTicked ? (
              <Undo2 className="size-4" aria-hidden="true" />
            ) : (
              <Check className="size-4" aria-hidden="true" />
            )}
            {t(isTicked ? "untick" : "tick")}
            <span className="sr-only">: {step.title}</span>
          </SubmitButton>
        </form>
      )}
      <p id={`state-${step.id}`} role="status" className="text-base-content/70 text-sm">
        {lock ? <Locked before={lock} /> : <StepState {...{ step, standing, record, waiver }} />}
      </p>
      {standing === "waiting" && looks && <WaitClock looks={looks} className="basis-full text-sm text-warning" />}
    </div>
  );
}

function Locked({ before }: { readonly before: readonly Before[] }) {
  const t = useTranslations("lock");
  return (
    <span className="inline-flex items-start gap-2">
      <Lock className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <span>
        {t("locked")} <DoFirst before={before} />
      </span>
    </span>
  );
}

function Refused() {
  const t = useTranslations("lock");
  return (
    <div className="basis-full">
      <Notice look="error">{t("refused")}</Notice>
    </div>
  );
}

function StepState({ step, standing, record, waiver }: Pick<Props, "step" | "standing" | "record" | "waiver">) {
  const t = useTranslations();
  const since = standing === "proven" ? record?.provenAt : standing === "ticked" ? record?.tickedAt : null;
  if (since && (standing === "proven" || standing === "ticked")) {
    return (
      <>
        {t(`standing.${standing}`)}, <Moment at={since} />
      </>
    );
  }
  if (standing === "waived" && record?.waivedAt) {
    return (
      <>
        {t("standing.waived")}
        {waiver?.by && ` (${waiver.by})`}, <Moment at={record.waivedAt} />
        {waiver && `: ${waiver.reason}`}
      </>
    );
  }
  if (standing === "waiting") return t("standing.waiting");
  if (!step.check) return null;
  return (
    <>
      {t("lesson.willProve")}{" "}
      <Link className="link link-primary" href={step.check === "openai.format" ? "/key" : "/test"}>
        {t(step.check === "openai.format" ? "lesson.toKey" : "lesson.toTest")}
      </Link>
    </>
  );
}
