import { useTranslations } from "next-intl";
import { TagLinks } from "#components/tag/tag-links";
import type { Lesson } from "#domain/course/course";
import { tagsOf } from "#domain/course/tag";

type Props = { readonly lesson: Lesson; readonly lang: string | undefined };

/** What a lesson is about, in words that lead to the others of which it is said too; nothing for one without tags. */
export function LessonTags({ lesson, lang }: Props) {
  const t = useTranslations("tags");
  const named = new Map(tagsOf([lesson], "pl").map((tag) => [tag.name, tag]));
  const inOrder = lesson.tags.flatMap((name) => named.get(name) ?? []);
  if (inOrder.length === 0) return null;
  return (
    <section aria-labelledby="tags" className="mt-10">
      <h2 id="tags" className="mb-2 font-bold text-sm">
        {t("title")}
      </h2>
      <div lang={lang}>
        <TagLinks tags={inOrder} />
      </div>
    </section>
  );
}
