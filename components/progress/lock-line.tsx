import { Lock } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { lessonOfStep, type Module, type Step } from "#domain/course/course";

type Props = { readonly before: readonly Step[]; readonly module: Module };

/** What to do first, with the way there. */
export function LockLine({ before, module }: Props) {
  const t = useTranslations("standing");
  return (
    <p className="flex items-start gap-2 text-base-content/80 text-sm">
      <Lock className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <span>
        {t("first")}{" "}
        {before.map((step, index) => (
          <span key={step.id}>
            {index > 0 && ", "}
            <Link className="link link-primary" href={addressOf(step, module)}>
              {step.title}
            </Link>
          </span>
        ))}
      </span>
    </p>
  );
}

function addressOf(step: Step, module: Module): string {
  const lesson = lessonOfStep(module, step.id);
  return `/lessons/${lesson?.module}/${lesson?.slug}#${step.anchor}`;
}
