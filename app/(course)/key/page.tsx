import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DeleteKey } from "#components/key/delete-key";
import { DemoKeys } from "#components/key/demo-keys";
import { GoogleKey } from "#components/key/google-key";
import { KeyForm } from "#components/key/key-form";
import { keyFormWords } from "#components/key/key-form-words";
import { KeyUses } from "#components/key/key-uses";
import { KeyRefusalNotice } from "#components/key/refusal-notice";
import { StoredKeyCard } from "#components/key/stored-key-card";
import { QuietChoice } from "#components/quiet/quiet-choice";
import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { stepProvedBy } from "#domain/course/course";
import { moduleOf } from "#server/course/queries";
import { acceptedProviders, keyUsesOf, storedKeyOf } from "#server/credential/queries";
import { demoKeys } from "#server/demo/queries";
import { quietChoiceOf } from "#server/quiet/queries";
import { requireStudent } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { chooseQuiet, deleteKey } from "./actions.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("key"))("title") };
}

export default async function KeyPage({ searchParams }: Props) {
  const student = await requireStudent();
  const locale = await currentLocale();
  const [t, query, storedKey, uses, demo, module, quiet] = await Promise.all([
    getTranslations("key"),
    searchParams,
    storedKeyOf(student),
    keyUsesOf(student),
    demoKeys(student, locale),
    moduleOf(locale),
    quietChoiceOf(student),
  ]);
  const accepted = acceptedProviders();
  const takesGoogle = accepted.includes("google");
  const googleKey = takesGoogle ? await storedKeyOf(student, "google") : null;
  const googleStep = stepProvedBy(module, "google.key");
  const googleLesson = module.lessons.find(({ steps }) => googleStep && steps.includes(googleStep));
  const step = stepProvedBy(module, "openai.key");
  const lesson = module.lessons.find(({ steps }) => step && steps.includes(step));
  const film = lesson && step?.at != null ? `/lessons/${lesson.module}/${lesson.slug}?t=${step.at}#film` : null;
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <h1 className="font-bold text-3xl">{t("title")}</h1>
      <p className="mt-2 max-w-prose text-base-content/75">{t("lead")}</p>
      <div className="mt-8 space-y-5">
        {query.deleted === "openai" && !storedKey && <Notice look="success">{t("deleted")}</Notice>}
        {query.deleted === "google" && !googleKey && <Notice look="success">{t("google.deleted")}</Notice>}
        <KeyRefusalNotice query={query} film={film} />
        {storedKey && <StoredKeyCard storedKey={storedKey} />}
        <Card aria-labelledby="key-form">
          <h2 id="key-form" className="font-bold text-xl">
            {t(storedKey ? "replaceHeading" : "pasteHeading")}
          </h2>
          {storedKey && <p className="mt-1 text-base-content/75">{t("replaceLead")}</p>}
          <KeyForm
            provider="openai"
            words={keyFormWords(t, "openai", accepted)}
            mustConfirm={query.refusal === "confirm"}
            isReplacing={storedKey !== null}
          />
          {demo.openai.length > 0 && <DemoKeys provider="openai" keys={demo.openai} />}
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
        {storedKey && <QuietChoice {...quiet} choose={chooseQuiet} />}
        <KeyUses uses={uses} />
        {storedKey && <DeleteKey provider="openai" remove={deleteKey} />}
        {takesGoogle && (
          <GoogleKey
            storedKey={googleKey}
            words={keyFormWords(t, "google", accepted)}
            demo={demo.google}
            lesson={googleLesson ? `/lessons/${googleLesson.module}/${googleLesson.slug}` : null}
            remove={deleteKey}
          />
        )}
      </div>
    </div>
  );
}
