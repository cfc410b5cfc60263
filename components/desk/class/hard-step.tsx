import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MeasuredTrouble } from "#domain/class/trouble";
import type { Lesson, Step } from "#domain/course/course";
import { ShareWords } from "./share-words.tsx";

export type Hard = MeasuredTrouble & { readonly step: Step; readonly lesson: Lesson };

type Props = { readonly hard: Hard; readonly titles: Readonly<Partial<Record<string, string>>> };

/** One step and what people have met there; a dash where nothing is known. */
export function HardStep({ hard, titles }: Props) {
  const t = useTranslations("class");
  const format = useFormatter();
  const { step, lesson, helped, medianTries, medianUnblockMs, causes } = hard;
  return (
    <li className="num py-4 text-sm">
      <Link
        href={`/lessons/${lesson.module}/${lesson.slug}#${step.anchor}`}
        prefetch={false}
        className="link link-hover inline-block py-1 font-semibold text-base"
      >
        {step.title}
      </Link>
      <dl className="mt-1 grid gap-x-6 gap-y-2 sm:grid-cols-[10rem_9rem_9rem_minmax(0,1fr)]">
        <Fact name={t("hardest.helped")}>
          <ShareWords {...helped} />
        </Fact>
        <Fact name={t("hardest.tries")}>{medianTries === null ? t("dash") : format.number(medianTries)}</Fact>
        <Fact name={t("hardest.unblock")}>
          <Took ms={medianUnblockMs} />
        </Fact>
        <Fact name={t("hardest.causes")}>
          {causes.length === 0 && t("dash")}
          {causes.map(({ cause, people }) => (
            <span key={cause} className="block">
              {t("hardest.cause", { cause: titles[cause] ?? cause, people })}
            </span>
          ))}
        </Fact>
      </dl>
    </li>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-base-content/70">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Of a length of time one unit alone, rounded. */
function Took({ ms }: { readonly ms: number | null }) {
  const t = useTranslations("class");
  if (ms === null) return t("dash");
  if (ms < 90 * MINUTE_MS) return t("hardest.minutes", { count: Math.max(1, Math.round(ms / MINUTE_MS)) });
  if (ms < 2 * DAY_MS) return t("hardest.hours", { count: Math.round(ms / HOUR_MS) });
  return t("hardest.days", { count: Math.round(ms / DAY_MS) });
}
