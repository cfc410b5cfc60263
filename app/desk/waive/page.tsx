import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { WaiveForm } from "#components/desk/waive-form";
import { Readers } from "#components/message/readers";
import { Card } from "#components/ui/card";
import { stepsOf } from "#domain/course/course";
import { wholeModule } from "#server/course/queries";
import { commonStepOf } from "#server/desk/queries";
import { recipientsOf } from "#server/message/queries";
import { requireManager } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { choiceIn, type Query } from "../message/choice.ts";
import { waive } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("waive"))("title") };
}

type Props = { searchParams: Promise<Query> };

/** Who is released from which step, and why: asked before anything is done. */
export default async function WaivePage({ searchParams }: Props) {
  const manager = await requireManager();
  const choice = choiceIn(await searchParams);
  const isPicked = choice?.by === "cases" || choice?.by === "people";
  const [t, module, now] = [await getTranslations("waive"), await wholeModule(await currentLocale()), new Date()];
  const people = isPicked ? await recipientsOf(manager, choice, { module, now }) : [];
  const step = await commonStepOf(
    manager,
    people.flatMap(({ blockerId }) => blockerId ?? []),
  );
  const words = {
    step: t("step"),
    choose: t("choose"),
    reason: t("reason"),
    reasonHint: t("reasonHint"),
    submit: t("submit", { count: people.length }),
    saving: t("saving"),
    refusals: { no_step: t("refusal.no_step"), no_reason: t("refusal.no_reason"), too_long: t("refusal.too_long") },
  };
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6">
      <Link href="/desk" className="link link-hover inline-flex min-h-11 items-center gap-1.5 text-sm">
        <ArrowLeft className="size-4" aria-hidden="true" /> {t("back")}
      </Link>
      <h1 className="mt-2 font-bold text-3xl">
        {people.length === 0 ? t("nobody") : t("heading", { count: people.length })}
      </h1>
      {people.length > 0 && (
        <>
          <Readers people={people.map((person) => ({ ...person, isByMail: true }))} />
          <Card className="mt-6 p-6">
            <p className="mb-4 max-w-prose">{t("lead")}</p>
            <WaiveForm
              waive={waive}
              who={people.map(({ userId }) => userId)}
              step={step}
              steps={stepsOf(module).map(({ id, title }) => ({ id, title }))}
              words={words}
            />
          </Card>
        </>
      )}
    </div>
  );
}
