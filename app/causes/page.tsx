import { ClipboardPaste } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CauseSearch } from "#components/cause/cause-search";
import { CauseShelf } from "#components/cause/cause-shelf";
import { Notice } from "#components/ui/notice";
import { redact } from "#domain/redaction/redact";
import { countSearch } from "#server/course/commands";
import { catalogue } from "#server/course/queries";
import { whenAgain } from "#server/door/come-back";
import { ipOf } from "#server/door/guard";
import { requirePaster } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";

type Props = { searchParams: Promise<{ q?: string | string[] }> };

const LONGEST_QUESTION = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cause"))("title") };
}

/** What somebody looks for may be a whole message, with a key in it. */
const questionIn = (q: string | string[] | undefined): string =>
  redact(typeof q === "string" ? q : "")
    .trim()
    .slice(0, LONGEST_QUESTION);

export default async function CausesPage({ searchParams }: Props) {
  const looking = await requirePaster();
  const asked = questionIn((await searchParams).q);
  const limited = asked === "" ? null : await countSearch(looking, ipOf(await headers()));
  const when = limited?.allowed === false ? await whenAgain(limited) : null;
  const question = when === null ? asked : "";
  const [t, shelves] = await Promise.all([
    getTranslations("cause"),
    catalogue(await currentLocale(), question, undefined, { cohorts: looking?.cohorts ?? [] }),
  ]);
  const count = shelves.reduce((sum, { causes }) => sum + causes.length, 0);
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <h1 className="font-bold text-3xl">{t("title")}</h1>
      <p className="mt-2 max-w-prose text-base-content/75">{t("lead")}</p>
      <p className="mt-5">
        <Link href="/paste" prefetch={false} className="btn btn-primary min-h-11">
          <ClipboardPaste className="size-4" aria-hidden="true" /> {t("paste")}
        </Link>
      </p>
      <div className="mt-8 space-y-8">
        <CauseSearch question={asked} />
        {when !== null && (
          <Notice look="error">
            {t("search.tooMany")} {when}
          </Notice>
        )}
        {question !== "" && (
          <p role="status" className="font-semibold">
            {count > 0 ? t("search.found", { count }) : t("search.none")}
          </p>
        )}
        {count === 0 && <p className="max-w-prose">{t(question === "" ? "search.noPages" : "search.noneLead")}</p>}
        {shelves.map((shelf) => (
          <CauseShelf key={shelf.shelf} {...shelf} />
        ))}
      </div>
    </div>
  );
}
