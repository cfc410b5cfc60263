import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { TaggedLessons } from "#components/tag/tagged-lessons";
import { tagFor } from "#server/search/queries";
import { requireViewer } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";

type Props = { params: Promise<{ tag: string }> };

const tagAt = cache(async (slug: string) => tagFor(await requireViewer(), await currentLocale(), slug));

/** Next hands an address over as it is written. */
function slugIn(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const tag = await tagAt(slugIn((await params).tag));
  return tag ? { title: tag.name } : {};
}

export default async function TagPage({ params }: Props) {
  await requireViewer();
  const tag = await tagAt(slugIn((await params).tag));
  if (!tag) notFound();
  const t = await getTranslations("tags");
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <nav className="text-base-content/70 text-sm" aria-label={t("breadcrumbs")}>
        <Link className="link link-hover" href="/tags">
          {t("title")}
        </Link>{" "}
        / <span aria-current="page">{tag.name}</span>
      </nav>
      <h1 className="mt-4 font-bold text-3xl">{tag.name}</h1>
      <p className="mt-2 text-base-content/75">{t("lessons", { count: tag.lessons.length })}</p>
      <TaggedLessons lessons={tag.lessons} />
      <p className="mt-8">
        <Link
          href={`/search?${new URLSearchParams({ q: tag.name })}`}
          prefetch={false}
          className="btn btn-outline min-h-11"
        >
          {t("search", { name: tag.name })}
        </Link>
      </p>
    </div>
  );
}
