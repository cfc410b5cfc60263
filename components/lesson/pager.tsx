import { ArrowLeft, ArrowRight, Lock } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Lesson, Module } from "#domain/course/course";

type Props = {
  readonly module: Module;
  readonly lesson: Lesson;
  /** By slug: lessons that are locked, and why. */
  readonly locked: ReadonlyMap<string, unknown>;
  /** What the addresses of lessons begin with. */
  readonly base?: string;
};

export function LessonPager({ module, lesson, locked, base = "" }: Props) {
  const t = useTranslations("lesson");
  const place = module.lessons.findIndex(({ slug }) => slug === lesson.slug);
  const previous = place > 0 ? module.lessons[place - 1] : undefined;
  const next = module.lessons[place + 1];
  return (
    <nav aria-label={t("aroundNav")} className="mt-12 grid gap-3 border-base-300 border-t pt-8 sm:grid-cols-2">
      {previous && (
        <Link
          href={`${base}/lessons/${previous.module}/${previous.slug}`}
          className="rounded-box border border-base-300 p-4 hover:bg-base-100"
        >
          <span className="flex items-center gap-2 text-base-content/70 text-sm">
            <ArrowLeft className="size-4" aria-hidden="true" /> {t("previous")}
          </span>
          <span className="font-semibold">{previous.title}</span>
          {locked.has(previous.slug) && <LockedLine />}
        </Link>
      )}
      {next && (
        <Link
          href={`${base}/lessons/${next.module}/${next.slug}`}
          className="rounded-box border border-base-300 p-4 hover:bg-base-100 sm:col-start-2 sm:text-right"
        >
          <span className="flex items-center gap-2 text-base-content/70 text-sm sm:justify-end">
            {t("next")} <ArrowRight className="size-4" aria-hidden="true" />
          </span>
          <span className="font-semibold">{next.title}</span>
          {locked.has(next.slug) && <LockedLine className="sm:justify-end" />}
        </Link>
      )}
    </nav>
  );
}

function LockedLine({ className = "" }: { readonly className?: string }) {
  const t = useTranslations("standing");
  return (
    <span className={`mt-1 flex items-center gap-1.5 text-base-content/70 text-sm ${className}`}>
      <Lock className="size-4" aria-hidden="true" /> {t("locked")}
    </span>
  );
}
