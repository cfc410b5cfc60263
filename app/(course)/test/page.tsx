import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { CheckCard } from "#components/test/check-card";
import { TestHistory } from "#components/test/history";
import { usdOf } from "#components/test/money";
import { RunForm } from "#components/test/run-form";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";
import { Notice } from "#components/ui/notice";
import { imageTestsLeft, testsOf, waitingOf } from "#server/access-test/queries";
import { causePage, causeTitles, moduleOf } from "#server/course/queries";
import { storedKeyOf } from "#server/credential/queries";
import { requireStudent } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { testAccess, waitHere } from "./actions.ts";

type Props = { searchParams: Promise<{ refusal?: string | string[] }> };

const REFUSALS = ["no_key", "already_running", "too_many", "image_limit"] as const;
const TESTS_SHOWN = 6;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("test"))("title") };
}

export default async function TestPage({ searchParams }: Props) {
  const student = await requireStudent();
  const locale = await currentLocale();
  const [t, format, query, key, tests, timers, module, imagesLeft] = await Promise.all([
    getTranslations("test"),
    getFormatter(),
    searchParams,
    storedKeyOf(student),
    testsOf(student, TESTS_SHOWN),
    waitingOf(student, new Date()),
    moduleOf(locale),
    imageTestsLeft(student),
  ]);
  const [latest, ...earlier] = tests;
  const isRunning = latest !== undefined && latest.finishedAt === null;
  const pages = new Map(
    await Promise.all(
      (latest?.checks ?? []).map(
        async ({ check, cause }) => [check, cause && (await causePage(locale, cause))] as const,
      ),
    ),
  );
  const titles = await causeTitles(
    locale,
    tests.flatMap(({ checks }) => checks.map(({ cause }) => cause)),
  );
  const refusal = REFUSALS.find((known) => known === query.refusal);
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <h1 className="font-bold text-3xl">{t("title")}</h1>
      <p className="mt-2 text-base-content/75">{t("lead")}</p>
      {latest?.finishedAt && (
        <p className="num mt-1 text-base-content/70 text-sm">
          <Moment at={latest.requestedAt} /> · {t("cost", { cost: usdOf(format, latest.checks) })}
        </p>
      )}
      {refusal && (
        <div className="mt-6">
          <Notice look="error">{t(`refusal.${refusal}`)}</Notice>
        </div>
      )}
      <p role="status" className="mt-4 min-h-6 text-base-content/75 empty:hidden">
        {isRunning && t("runningHeading")}
      </p>
      {latest?.ending === "given_up" && <Notice look="error">{t("givenUp")}</Notice>}
      {latest?.ending === "cancelled" && <Notice look="info">{t("cancelled")}</Notice>}
      {!key && (
        <Card className="mt-6 p-6 sm:p-8">
          <h2 className="flex items-center gap-2 font-bold text-xl">
            <KeyRound className="size-5" aria-hidden="true" /> {t("noKeyHeading")}
          </h2>
          <p className="mt-2 max-w-prose text-base-content/80">{t("noKeyLead")}</p>
          <Link className="btn btn-primary btn-lg mt-6" href="/key">
            {t("noKeyAction")}
          </Link>
        </Card>
      )}
      {latest && latest.ending !== "given_up" && (
        <ol aria-label={t("checks")} className="mt-6 space-y-3">
          {latest.checks.map((result) => (
            <CheckCard
              key={result.check}
              result={result}
              checks={latest.checks}
              cause={pages.get(result.check) ?? null}
              module={module}
              timer={timers.find(({ check }) => check === result.check) ?? null}
              picture={latest.hasPicture ? `/api/pictures/${latest.id}` : null}
              hasConsent={latest.imageConsent}
              wait={waitHere}
            />
          ))}
        </ol>
      )}
      {key && <RunForm run={testAccess} isFirst={!latest} isRunning={isRunning} imagesLeft={imagesLeft} />}
      {earlier.length > 0 && <TestHistory tests={earlier} causes={titles} />}
    </div>
  );
}
