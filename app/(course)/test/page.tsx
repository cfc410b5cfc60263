import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { HeldTest } from "#components/outage/held-test";
import { PasteLine } from "#components/paste/paste-link";
import { RegressedCards } from "#components/quiet/regressed-card";
import { CancelForm } from "#components/test/cancel-form";
import { CheckList } from "#components/test/check-list";
import { TestHistory } from "#components/test/history";
import { usdOf } from "#components/test/money";
import { RunForm } from "#components/test/run-form";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";
import { Notice } from "#components/ui/notice";
import { causeTitles, moduleFor } from "#server/course/queries";
import { whenAgainOf } from "#server/door/come-back";
import { regressionsOf } from "#server/quiet/queries";
import { requireStudent } from "#server/viewer";
import { waitsOf } from "#server/waiting/queries";
import { currentLocale } from "#server/wording/locale";
import { cancel, sameOrganization, testAccess, waitHere } from "./actions.ts";
import { type Board, boardsOf, imagePrice, todayOf } from "./board.ts";

type Props = { searchParams: Promise<{ refusal?: string | string[]; again?: string | string[] }> };

const REFUSALS = ["no_key", "already_running", "too_many", "image_limit", "paid_limit", "too_many_requests"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("test"))("title") };
}

export default async function TestPage({ searchParams }: Props) {
  const student = await requireStudent();
  const locale = await currentLocale();
  const now = new Date();
  const [t, format, query, boards, waits, module, price, today, regressions] = await Promise.all([
    getTranslations("test"),
    getFormatter(),
    searchParams,
    boardsOf(student, locale),
    waitsOf(student),
    moduleFor(student, locale),
    imagePrice(),
    todayOf(student, now),
    regressionsOf(student),
  ]);
  const shownWaits = waits.map((wait) => ({
    check: wait.check,
    looks: wait.until > now ? wait.looks : [],
    isOver: wait.until <= now,
  }));
  const titles = await causeTitles(locale, [
    ...boards.flatMap(({ latest, earlier }) => [latest, ...earlier].flatMap((test) => causesIn(test))),
    ...regressions.map(({ cause }) => cause),
  ]);
  const isRunning = boards.some(({ latest }) => latest !== null && latest.finishedAt === null);
  const refusal = REFUSALS.find((known) => known === query.refusal);
  const when = await whenAgainOf(query.again);
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <h1 className="font-bold text-3xl">{t("title")}</h1>
      <p className="mt-2 text-base-content/75">{t("lead")}</p>
      {refusal && (
        <div className="mt-6">
          <Notice look="error">
            {t(`refusal.${refusal}`)} {when}
          </Notice>
        </div>
      )}
      <RegressedCards regressions={regressions} module={module} causes={titles} />
      {boards.map((board) => (
        <section key={board.provider} aria-labelledby={`board-${board.provider}`} className="not-first:mt-12">
          <h2 id={`board-${board.provider}`} className={boards.length > 1 ? "mt-8 font-bold text-2xl" : "sr-only"}>
            {t(`provider.${board.provider}`)}
          </h2>
          <Status board={board} />
          {!board.hasKey && <NoKey />}
          {board.latest && board.latest.ending !== "given_up" && (
            <CheckList
              checks={board.latest.checks}
              causes={board.causes}
              waits={shownWaits}
              module={module}
              picture={pictureIn(board)}
              hasConsent={board.latest.imageConsent}
              repeat={{ run: testAccess, isRunning: isRunning || !board.hasKey, price, imagesLeft: today.left }}
              wait={{ start: waitHere, same: sameOrganization }}
            />
          )}
          {board.latest?.finishedAt && (
            <p className="num mt-3 text-base-content/70 text-sm">
              <Moment at={board.latest.requestedAt} /> · {t("cost", { cost: usdOf(format, board.latest.checks) })}
            </p>
          )}
          {board.hasKey && (
            <RunForm
              provider={board.provider}
              run={testAccess}
              isFirst={!board.latest}
              isRunning={isRunning}
              picture={board.provider === "openai" ? { today, price } : null}
            />
          )}
          {board.earlier.length > 0 && <TestHistory tests={board.earlier} causes={titles} />}
        </section>
      ))}
      <PasteLine className="mt-8" />
    </div>
  );
}

const causesIn = (test: Board["latest"]) => test?.checks.map(({ cause }) => cause) ?? [];

/** The latest picture that is still kept, from this test or from one before it. */
const pictureIn = ({ latest, earlier }: Board): string | null => {
  const kept = [latest, ...earlier].find((test) => test?.hasPicture);
  return kept ? `/api/pictures/${kept.id}` : null;
};

/** How the latest test stands as a whole. */
async function Status({ board: { latest, provider } }: { readonly board: Board }) {
  const t = await getTranslations("test");
  const isLive = latest !== null && latest.finishedAt === null;
  if (isLive && latest.heldAt !== null) {
    return (
      <HeldTest provider={provider}>
        <CancelForm cancel={cancel} />
      </HeldTest>
    );
  }
  return (
    <>
      <div className={isLive ? "mt-4 flex flex-wrap items-center gap-x-4 gap-y-2" : "contents"}>
        <p role="status" className="text-base-content/75 empty:hidden">
          {isLive && t("runningHeading")}
        </p>
        {isLive && <CancelForm cancel={cancel} />}
      </div>
      {latest?.ending === "given_up" && <Notice look="error">{t("givenUp")}</Notice>}
      {latest?.ending === "cancelled" && <Notice look="info">{t("cancelled")}</Notice>}
    </>
  );
}

async function NoKey() {
  const t = await getTranslations("test");
  return (
    <Card className="mt-6 p-6 sm:p-8">
      <h3 className="flex items-center gap-2 font-bold text-xl">
        <KeyRound className="size-5" aria-hidden="true" /> {t("noKeyHeading")}
      </h3>
      <p className="mt-2 max-w-prose text-base-content/80">{t("noKeyLead")}</p>
      <Link className="btn btn-primary btn-lg mt-6" href="/key">
        {t("noKeyAction")}
      </Link>
    </Card>
  );
}
