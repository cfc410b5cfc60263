import { LifeBuoy } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { HelpForm } from "#components/help/help-form";
import { PastedMessage } from "#components/paste/pasted-message";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import { stepProvedBy, stepsOf } from "#domain/course/course";
import { progressIn } from "#domain/progress/progress";
import { latestTestOf } from "#server/access-test/queries";
import { causeTitles, moduleFor } from "#server/course/queries";
import { whenAgainOf } from "#server/door/come-back";
import { openRequestOf } from "#server/help/queries";
import { progressOf } from "#server/progress/queries";
import { requireStudent } from "#server/viewer";
import { waitingOf } from "#server/waiting/queries";
import { currentLocale } from "#server/wording/locale";
import { ask, withdraw } from "./actions.ts";

type Props = { searchParams: Promise<Partial<Record<"sent" | "step" | "refusal" | "again", string | string[]>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("help"))("title") };
}

export default async function HelpPage({ searchParams }: Props) {
  const student = await requireStudent();
  const locale = await currentLocale();
  const [t, query, request, records, timers, module, test] = await Promise.all([
    getTranslations("help"),
    searchParams,
    openRequestOf(student),
    progressOf(student),
    waitingOf(student, new Date()),
    moduleFor(student, locale),
    latestTestOf(student),
  ]);
  const causes = await causeTitles(locale, [request?.cause ?? null]);
  const waiting = new Set(timers.flatMap(({ check }) => stepProvedBy(module, check)?.id ?? []));
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
        {request && (
          <Card className="p-6">
            <p className="flex items-center gap-2 font-semibold">
              <LifeBuoy className="size-5 text-info" aria-hidden="true" /> {t("yourNote")}
            </p>
            <p className="mt-2 whitespace-pre-wrap break-words">{request.note}</p>
            {request.pasted && (
              <PastedMessage text={request.pasted} takenFor={request.cause && (causes[request.cause] ?? null)} />
            )}
            <p className="num mt-3 text-base-content/70 text-sm">
              {t("openLead")} <Moment at={request.createdAt} />
            </p>
            <form action={withdraw} className="mt-4">
              <SubmitButton pending={t("sending")} className="btn btn-outline min-h-11">
                {t("withdraw")}
              </SubmitButton>
            </form>
          </Card>
        )}
        <Card className="p-6">
          <HelpForm
            ask={ask}
            note={request?.note ?? ""}
            step={about?.id ?? ""}
            steps={steps.map(({ id, title }) => ({ id, title }))}
            words={{ ...words, sending: t("sending") }}
            isMain={!request}
          />
        </Card>
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
