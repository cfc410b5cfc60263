import { CircleCheckBig, CircleDashed, CircleMinus, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CauseView } from "#components/cause/cause-view";
import type { CheckView } from "#domain/check/check-view";
import { isPaid } from "#domain/check/daily-cap";
import { type Module, stepProvedBy } from "#domain/course/course";
import { CheckDetails } from "./check-details.tsx";
import { Duration } from "./duration.tsx";
import { FailedCheck, type Wait } from "./failed-check.tsx";
import { type Repeat, RepeatForm } from "./repeat-form.tsx";

type Props = {
  readonly result: CheckView;
  readonly checks: readonly CheckView[];
  readonly cause: CauseView | null;
  readonly module: Module;
  readonly wait: Wait;
  readonly picture: string | null;
  readonly hasConsent: boolean;
  readonly repeat: Repeat;
};

const MARKS = {
  queued: { icon: CircleDashed, ink: "text-base-content/50" },
  started: { icon: LoaderCircle, ink: "text-primary motion-safe:animate-spin" },
  passed: { icon: CircleCheckBig, ink: "text-success" },
  skipped: { icon: CircleMinus, ink: "text-base-content/50" },
} as const;

/** One check of a test: what it asked, how it went, and where it failed, what to do. */
export function CheckCard(props: Props) {
  const { result } = props;
  if ((result.state === "failed" || result.state === "waiting" || result.state === "inconclusive") && props.cause) {
    return <FailedCheck {...props} cause={props.cause} />;
  }
  return <QuietCheck {...props} />;
}

function QuietCheck({ result, checks, module, picture, hasConsent, repeat }: Props) {
  const t = useTranslations("test");
  const { check } = result;
  const state = result.state in MARKS ? (result.state as keyof typeof MARKS) : "queued";
  const { icon: Icon, ink } = MARKS[state];
  const title = t(`check.${check}.${state === "skipped" ? "queued" : state}`);
  const step = stepProvedBy(module, check);
  const hasFailed = checks.some(
    (other) => other.state === "failed" || other.state === "waiting" || other.state === "inconclusive",
  );
  const lacksConsent = check === "openai.image" && !hasFailed && !hasConsent;
  const isCapped = isPaid(check) && !hasFailed;
  return (
    <li className="rounded-box border border-base-300 bg-base-100 p-5">
      <div className="flex items-start gap-4">
        <Icon className={`mt-0.5 size-6 shrink-0 ${ink}`} aria-hidden="true" />
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">{title}</h2>
          <p className="text-base-content/70 text-sm">
            {state === "passed" && step && t("passedNote.proved", { step: step.title })}
            {state === "skipped" && t(`skipped.${lacksConsent ? "consent" : isCapped ? "cap" : "earlier"}`)}
            {state === "queued" && t("queued")}
          </p>
          {check === "openai.image" && state === "passed" && picture && <Picture src={picture} />}
          <CheckDetails result={result}>
            <RepeatForm result={result} {...repeat} />
          </CheckDetails>
        </div>
        <Duration ms={result.tookMs} />
      </div>
    </li>
  );
}

function Picture({ src }: { readonly src: string }) {
  const t = useTranslations("test");
  return (
    <figure className="mt-4">
      {/* biome-ignore lint/performance/noImgElement: a private picture from the database, which no optimiser may cache */}
      <img
        src={src}
        alt={t("pictureAlt")}
        width={1024}
        height={1024}
        className="w-full max-w-xs rounded-box border border-base-300"
      />
      <figcaption className="mt-2 text-base-content/70 text-sm">{t("passedNote.picture")}</figcaption>
    </figure>
  );
}
