import { ClipboardPaste, LifeBuoy } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { BrokenPage } from "#components/author/broken-page";
import { CauseCard } from "#components/cause/cause-card";
import { TellingWords } from "#components/cause/telling-words";
import { ToolChoice } from "#components/cause/tool-details";
import { isCauseId, isUnspecified } from "#domain/cause/cause";
import { DETAILED_TOOLS } from "#domain/cause/details";
import { notesOnCause } from "#server/course/author/queries";
import { causePageFor, isCatalogued, toolPage } from "#server/course/queries";
import { requirePaster } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { CauseNotes } from "./cause-notes.tsx";

type Props = { params: Promise<{ cause: string }> };

async function pageOf(params: Props["params"]) {
  const { cause } = await params;
  return isCauseId(cause) && isCatalogued(cause)
    ? causePageFor(await requirePaster(), await currentLocale(), cause)
    : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await pageOf(params);
  return page ? { title: page.title } : {};
}

export default async function CauseOnePage({ params }: Props) {
  const paster = await requirePaster();
  const page = await pageOf(params);
  const notes = page ? [] : await notesOnCause(await params);
  if (notes.length > 0) return <BrokenPage notes={notes} />;
  if (!page) notFound();
  const [t, tools] = await Promise.all([getTranslations("cause"), isUnspecified(page.cause) ? toolPages() : []]);
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <nav className="text-base-content/70 text-sm" aria-label={t("breadcrumbs")}>
        <Link className="link link-hover" href="/causes">
          {t("title")}
        </Link>{" "}
        / <span aria-current="page">{page.short}</span>
      </nav>
      <div className="mt-4 space-y-8">
        <Suspense fallback={null}>
          <CauseNotes place={await params} />
        </Suspense>
        <CauseCard cause={page} level={1} look="page" />
        {tools.length > 0 && (
          <section aria-labelledby="details" className="space-y-3">
            <h2 id="details" className="font-bold text-xl">
              {t("details")}
            </h2>
            <ToolChoice pages={tools} />
          </section>
        )}
        {page.words.length > 0 && (
          <section aria-labelledby="words" className="space-y-3">
            <h2 id="words" className="font-bold text-xl">
              {t("words")}
            </h2>
            <TellingWords words={page.words} />
          </section>
        )}
        <div className="flex flex-wrap gap-3 border-base-300 border-t pt-6">
          <Link href="/paste" prefetch={false} className="btn btn-outline min-h-11">
            <ClipboardPaste className="size-4" aria-hidden="true" /> {t("paste")}
          </Link>
          {paster?.student && (
            <Link href="/help" className="btn btn-quiet min-h-11">
              <LifeBuoy className="size-4" aria-hidden="true" /> {t("help")}
            </Link>
          )}
        </div>
      </div>
    </div>
  );
}

async function toolPages() {
  const locale = await currentLocale();
  const pages = await Promise.all(DETAILED_TOOLS.map((tool) => toolPage(locale, tool)));
  return pages.filter((page) => page !== null);
}
