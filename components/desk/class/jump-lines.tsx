import { MonitorX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Trials } from "#domain/class/jump";
import type { Lesson, Step } from "#domain/course/course";

type Jump = Trials & { readonly step: Pick<Step, "id" | "title" | "anchor">; readonly lesson: Lesson };

/** Asks whether the provider's screen has changed, a line for each step at which more people fail than did; else nothing. */
export function JumpLines({ jumps }: { readonly jumps: readonly Jump[] }) {
  const t = useTranslations("class.jump");
  if (jumps.length === 0) return null;
  return (
    <section
      aria-labelledby="jumps"
      className="mt-6 flex items-start gap-3 rounded-box border border-warning/50 bg-warning/8 p-4"
    >
      <MonitorX className="mt-0.5 size-5 shrink-0 text-warning" aria-hidden="true" />
      <div>
        <h2 id="jumps" className="font-bold">
          {t("title")}
        </h2>
        <ul className="num space-y-2">
          {jumps.map((jump) => (
            <JumpLine key={jump.step.id} {...jump} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function JumpLine({ step, lesson, recent, before }: Jump) {
  const t = useTranslations("class.jump");
  return (
    <li className="max-w-prose">
      {t("line", {
        step: step.title,
        failed: recent.count,
        tried: recent.of,
        failedBefore: before.count,
        triedBefore: before.of,
      })}{" "}
      <span className="flex flex-wrap gap-x-4">
        <Link href="/desk/screens" prefetch={false} className="link link-primary inline-block py-1">
          {t("screens")}
        </Link>
        <Link
          href={`/lessons/${lesson.module}/${lesson.slug}#${step.anchor}`}
          prefetch={false}
          className="link link-primary inline-block py-1"
        >
          {t("lesson", { lesson: lesson.title })}
        </Link>
      </span>
    </li>
  );
}
