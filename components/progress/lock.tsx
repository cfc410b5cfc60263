import { Lock } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Before } from "#domain/progress/locks";

const hrefOf = ({ lesson, step }: Before): string =>
  `/lessons/${lesson.module}/${lesson.slug}${step ? `#${step.anchor}` : ""}`;

/** What has to be done first, with the way there. */
export function DoFirst({ before }: { readonly before: readonly Before[] }) {
  const t = useTranslations("lock");
  return (
    <>
      {t("first")}{" "}
      {before.map((one, place) => (
        <span key={hrefOf(one)}>
          {place > 0 && ", "}
          <Link className="link link-primary relative" href={hrefOf(one)}>
            {one.step?.title ?? t("lesson", { title: one.lesson.title })}
          </Link>
        </span>
      ))}
    </>
  );
}

/** The same of a whole lesson: it can be read meanwhile. */
export function LessonLock({ before }: { readonly before: readonly Before[] }) {
  const t = useTranslations("lock");
  return (
    <p className="mt-4 flex max-w-prose items-start gap-3 rounded-box border border-base-300 bg-base-100 p-4">
      <Lock className="mt-1 size-5 shrink-0 text-base-content/70" aria-hidden="true" />
      <span>
        <strong>{t("locked")}</strong> <DoFirst before={before} />. {t("read")}
      </span>
    </p>
  );
}
