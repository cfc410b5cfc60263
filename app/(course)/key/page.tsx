import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DeleteKey } from "#components/key/delete-key";
import { DemoKeys } from "#components/key/demo-keys";
import { KeyForm } from "#components/key/key-form";
import { keyFormWords } from "#components/key/key-form-words";
import { KeyUses } from "#components/key/key-uses";
import { KeyRefusalNotice } from "#components/key/refusal-notice";
import { StoredKeyCard } from "#components/key/stored-key-card";
import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { stepProvedBy } from "#domain/course/course";
import { moduleOf } from "#server/course/queries";
import { keyUsesOf, storedKeyOf } from "#server/credential/queries";
import { demoKeys } from "#server/demo/queries";
import { requireStudent } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { deleteKey } from "./actions.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("key"))("title") };
}

export default async function KeyPage({ searchParams }: Props) {
  const student = await requireStudent();
  const locale = await currentLocale();
  const [t, query, storedKey, uses, demo, module] = await Promise.all([
    getTranslations("key"),
    searchParams,
    storedKeyOf(student),
    keyUsesOf(student),
    demoKeys(student, locale),
    moduleOf(locale),
  ]);
  const step = stepProvedBy(module, "openai.key");
  const lesson = module.lessons.find(({ steps }) => step && steps.includes(step));
  const film = lesson && step?.at != null ? `/lessons/${lesson.module}/${lesson.slug}?t=${step.at}#film` : null;
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <h1 className="font-bold text-3xl">{t("title")}</h1>
      <p className="mt-2 max-w-prose text-base-content/75">{t("lead")}</p>
      <div className="mt-8 space-y-5">
        {query.deleted === "yes" && !storedKey && <Notice look="success">{t("deleted")}</Notice>}
        <KeyRefusalNotice query={query} film={film} />
        {storedKey && <StoredKeyCard storedKey={storedKey} />}
        <Card aria-labelledby="key-form">
          <h2 id="key-form" className="font-bold text-xl">
            {t(storedKey ? "replaceHeading" : "pasteHeading")}
          </h2>
          {storedKey && <p className="mt-1 text-base-content/75">{t("replaceLead")}</p>}
          <KeyForm words={keyFormWords(t)} mustConfirm={query.refusal === "confirm"} isReplacing={storedKey !== null} />
          {demo.length > 0 && <DemoKeys keys={demo} />}
        </Card>
        <Card aria-labelledby="how">
          <h2 id="how" className="font-bold text-xl">
            {t("howHeading")}
          </h2>
          <ol className="mt-3 list-decimal space-y-2 pl-5 marker:font-semibold">
            {(["how1", "how2", "how3", "how4", "how5"] as const).map((line) => (
              <li key={line}>{t(line)}</li>
            ))}
          </ol>
          <p className="mt-4 flex flex-wrap gap-x-5 gap-y-2">
            <a
              className="link link-primary inline-flex items-center gap-1.5 font-medium"
              href="https://platform.openai.com/api-keys"
              target="_blank"
              rel="noopener"
            >
              {t("atOpenAi")} <ExternalLink className="size-4" aria-hidden="true" />
            </a>
            {film && (
              <Link className="link link-primary font-medium" href={film}>
                {t("fixInFilm")}
              </Link>
            )}
          </p>
        </Card>
        <KeyUses uses={uses} />
        {storedKey && <DeleteKey remove={deleteKey} />}
      </div>
    </div>
  );
}
