import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TagLinks } from "#components/tag/tag-links";
import { tagsFor } from "#server/search/queries";
import { requireViewer } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tags"))("title") };
}

export default async function TagsPage() {
  const looking = await requireViewer();
  const [t, tags] = await Promise.all([getTranslations("tags"), tagsFor(looking, await currentLocale())]);
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <h1 className="font-bold text-3xl">{t("title")}</h1>
      <p className="mt-2 max-w-prose text-base-content/75">{tags.length > 0 ? t("lead") : t("none")}</p>
      <div className="mt-6">
        <TagLinks tags={tags} countOf={(count) => t("lessons", { count })} />
      </div>
    </div>
  );
}
