import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RuleForm } from "#components/message/rule-form";
import { SentList } from "#components/message/sent-list";
import { NudgedCohorts } from "#components/nudge/nudged-cohorts";
import { Card } from "#components/ui/card";
import { stepsOf } from "#domain/course/course";
import { wholeModule } from "#server/course/queries";
import { sentMessages } from "#server/message/queries";
import { nudgesOf } from "#server/nudge/queries";
import { requireInstructor } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sent"))("title") };
}

export default async function MessagesPage() {
  const instructor = await requireInstructor();
  const [t, tn, messages, cohorts, module] = await Promise.all([
    getTranslations("sent"),
    getTranslations("nudges"),
    sentMessages(instructor),
    nudgesOf(instructor),
    wholeModule(await currentLocale()),
  ]);
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
      <h1 className="font-bold text-3xl">{t("title")}</h1>
      <Card className="mt-6 p-6" aria-labelledby="rule">
        <h2 id="rule" className="font-bold text-xl">
          {t("toRule")}
        </h2>
        <RuleForm steps={stepsOf(module)} />
      </Card>
      {cohorts.length > 0 && (
        <Card className="mt-6 p-6" aria-labelledby="nudges">
          <h2 id="nudges" className="font-bold text-xl">
            {tn("heading")}
          </h2>
          <p className="mt-1 max-w-prose text-base-content/75">{tn("lead")}</p>
          <NudgedCohorts cohorts={cohorts} />
        </Card>
      )}
      <section aria-labelledby="sent" className="mt-8">
        <h2 id="sent" className="font-bold text-xl">
          {t("heading")}
        </h2>
        <SentList messages={messages} />
      </section>
    </div>
  );
}
