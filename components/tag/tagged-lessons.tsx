import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Lesson } from "#domain/course/course";

/** The lessons of a tag, each with its steps, in the order of the course. */
export function TaggedLessons({ lessons }: { readonly lessons: readonly Lesson[] }) {
  const t = useTranslations("lesson");
  return (
    <ul className="mt-6 divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
      {lessons.map(({ module, slug, title, minutes, steps }) => (
        <li key={`${module}/${slug}`} className="px-5 py-4">
          <Link href={`/lessons/${module}/${slug}`} className="link link-hover inline-block py-1 font-semibold">
            {title}
          </Link>
          <p className="num text-base-content/70 text-sm">{t("minutes", { count: minutes })}</p>
          {steps.length > 0 && (
            <ul className="mt-1 text-base-content/80 text-sm">
              {steps.map((step) => (
                <li key={step.id}>
                  <Link
                    href={`/lessons/${module}/${slug}#${step.anchor}`}
                    prefetch={false}
                    className="link link-hover inline-block py-1"
                  >
                    {step.title}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
