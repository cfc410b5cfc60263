import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { HelpForm } from "#components/help/help-form";
import { MarkSeen } from "#components/help/mark-seen";
import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { stepProvedBy, stepsOf, waitingSteps } from "#domain/course/course";
import { progressIn } from "#domain/progress/progress";
import { latestTestOf } from "#server/access-test/queries";
import { moduleFor } from "#server/course/queries";
import { whenAgainOf } from "#server/door/come-back";
import { countOfUnread, threadsOf } from "#server/help/thread/queries";
import { progressOf } from "#server/progress/queries";
import { requireStudent } from "#server/viewer";
import { waitingOf } from "#server/waiting/queries";
import { currentLocale } from "#server/wording/locale";
import { ask, markSeen } from "./actions.ts";
import { Conversation } from "./conversation.tsx";
import { Received } from "./received.tsx";

type Props = { searchParams: Promise<Partial<Record<"sent" | "step" | "refusal" | "again", string | string[]>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("help"))("title") };
}

export default async function HelpPage({ searchParams }: Props) {
  const student = await requireStudent();
  const locale = await currentLocale();
  const [t, query, [thread], unread, records, timers, module, test] = await Promise.all([
    getTranslations("help"),
    searchParams,
    threadsOf(student, 1),
    countOfUnread(student),
    progressOf(student),
    waitingOf(student, new Date()),
    moduleFor(student, locale),
    latestTestOf(student),
  ]);
  const request = thread?.closedAt === null ? thread : null;
  const waiting = waitingSteps(
    module,
    timers.map(({ check }) => check),
  );
  const next = progressIn(module, records, waiting).next;
  const steps = stepsOf(module);
  const failing = test?.checks.find(({ state }) => state === "failed" || state === "waiting");
  // What has just failed is what people ask about; else the step at which they are.
  const guess = (failing && stepProvedBy(module, failing.check)) ?? next;
  const about = steps.find(({ id }) => id === (query.step ?? request?.stepId)) ?? (request ? null : guess);
  const words = {
    label: t("label"),
    hint: t("hint"),
    step: t("step"),
    stepNone: t("stepNone"),
    send: t(request ? "change" : "send"),
    refusal: { empty: t("refusal.empty"), too_long: t("refusal.too_long"), too_many: t("refusal.too_many") },
  };
  const form = (
    <HelpForm
      ask={ask}
      note={request?.note ?? ""}
      step={about?.id ?? ""}
      steps={steps.map(({ id, title }) => ({ id, title }))}
      words={{ ...words, sending: t("sending") }}
      isMain={!request}
    />
  );
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <h1 className="font-bold text-3xl">{t(request ? "openTitle" : "title")}</h1>
      {!request && <p className="mt-2 max-w-prose text-base-content/75">{t("lead")}</p>}
      <div className="mt-6 space-y-5">
        {query.sent === "yes" && request && <Notice look="success">{t("sent")}</Notice>}
        {query.refusal === "too_many" && (
          <Notice look="error">
            {t("refusal.too_many")} {await whenAgainOf(query.again)}
          </Notice>
        )}
        {thread && <Conversation student={student} thread={thread} locale={locale} />}
        <Received student={student} locale={locale} />
        <Card className="p-6">{request ? <Change words={t("changeFirst")}>{form}</Change> : form}</Card>
        <MarkSeen count={unread} mark={markSeen} />
        {!request && (
          <Card className="p-6">
            <h2 className="font-bold">{t("firstHeading")}</h2>
            <ul className="mt-2 list-disc space-y-1 pl-5">
              <li>
                <Link className="link link-primary" href="/paste" prefetch={false}>
                  {t("firstPaste")}
                </Link>
              </li>
              <li>
                <Link className="link link-primary" href="/test">
                  {t("firstTest")}
                </Link>
              </li>
              <li>
                <Link className="link link-primary" href="/">
                  {t("firstLesson")}
                </Link>
              </li>
            </ul>
          </Card>
        )}
      </div>
    </div>
  );
}

function Change({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold">{words}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
