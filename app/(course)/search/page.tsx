import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FindingList } from "#components/search/finding-list";
import { NothingFound } from "#components/search/nothing-found";
import { SearchForm } from "#components/search/search-form";
import { TagLinks } from "#components/tag/tag-links";
import { Notice } from "#components/ui/notice";
import { questionIn } from "#domain/search/question";
import { countSearch } from "#server/course/commands";
import { whenAgain } from "#server/door/come-back";
import { ipOf } from "#server/door/guard";
import { searchFor, tagsFor } from "#server/search/queries";
import { requireViewer, type Viewer } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";

type Props = { searchParams: Promise<{ q?: string | string[] }> };

const MANY = 30;
const FEW_TAGS = 12;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("title") };
}

export default async function SearchPage({ searchParams }: Props) {
  const looking = await requireViewer();
  const { q } = await searchParams;
  const typed = typeof q === "string" ? q : "";
  const question = questionIn(typed);
  // What looks like a secret does not stay in the address.
  const isOther = question !== typed.replace(/\s+/g, " ").trim();
  if (isOther && questionIn(question) === question) redirect(`/search?${new URLSearchParams({ q: question })}`);
  const t = await getTranslations("search");
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <h1 className="font-bold text-3xl">{t("title")}</h1>
      <div className="mt-6 space-y-8">
        <SearchForm question={question} words={{ label: t("label"), hint: t("hint"), submit: t("submit") }} />
        {question === "" ? <Beginning looking={looking} /> : <Results looking={looking} question={question} />}
      </div>
    </div>
  );
}

async function Results({ looking, question }: { readonly looking: Viewer; readonly question: string }) {
  const t = await getTranslations("search");
  const limited = await countSearch(looking, ipOf(await headers()));
  if (!limited.allowed)
    return (
      <Notice look="error">
        {t("tooMany")} {await whenAgain(limited)}
      </Notice>
    );
  const { findings, match, nearest } = await searchFor(looking, question, {
    locale: await currentLocale(),
    most: MANY,
  });
  const count = findings.length;
  return (
    <section aria-labelledby="found" className="space-y-3">
      <h2 id="found" className="font-bold text-xl">
        {count > 0 ? t(`said.${match}`, { count }) : t("nothing")}
      </h2>
      {count > 0 ? (
        <FindingList findings={findings} />
      ) : (
        <NothingFound nearest={nearest} mayAsk={looking.student !== null} />
      )}
    </section>
  );
}

/** What one can look for, while nothing is asked. */
async function Beginning({ looking }: { readonly looking: Viewer }) {
  const [t, tags] = await Promise.all([getTranslations("search"), tagsFor(looking, await currentLocale())]);
  return (
    <section aria-labelledby="topics" className="space-y-3">
      <h2 id="topics" className="font-bold text-xl">
        {t("topics")}
      </h2>
      <TagLinks tags={tags.slice(0, FEW_TAGS)} />
      <p className="flex flex-wrap gap-x-6 gap-y-2 pt-2">
        <Link href="/tags" prefetch={false} className="link link-primary py-2">
          {t("allTags")}
        </Link>
        <Link href="/causes" prefetch={false} className="link link-primary py-2">
          {t("allCauses")}
        </Link>
      </p>
    </section>
  );
}
