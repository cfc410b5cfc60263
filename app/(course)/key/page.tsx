import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeleteKey } from "#components/key/delete-key";
import { DemoKeys } from "#components/key/demo-keys";
import { FarewellCard } from "#components/key/farewell-card";
import { GoogleKey } from "#components/key/google-key";
import { HowItIsKept } from "#components/key/how-it-is-kept";
import { KeyForm } from "#components/key/key-form";
import { keyFormWords } from "#components/key/key-form-words";
import { KeyUses } from "#components/key/key-uses";
import { KeyRefusalNotice } from "#components/key/refusal-notice";
import { StoredKeyCard } from "#components/key/stored-key-card";
import { QuietChoice } from "#components/quiet/quiet-choice";
import { ConfirmFirst } from "#components/sign-in/confirm-first";
import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { stepProvedBy } from "#domain/course/course";
import { causeTitles, moduleFor } from "#server/course/queries";
import {
  acceptedProviders,
  farewellPlannedFor,
  keyUsesOf,
  lastFarewellOf,
  storedKeyOf,
} from "#server/credential/queries";
import { demoKeys } from "#server/demo/queries";
import { formToken } from "#server/door/form-token";
import { quietChoiceOf } from "#server/quiet/queries";
import { isRecent, requireStudent, requireViewer } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { chooseDay, chooseQuiet, deleteKey } from "./actions.ts";

/** So many lines of the key's history are shown at first. */
const USES = 10;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("key"))("title") };
}

export default async function KeyPage({ searchParams }: Props) {
  const student = await requireStudent();
  const locale = await currentLocale();
  const query = await searchParams;
  const shown = Math.min(500, Math.max(USES, Number(query.uses) || 0));
  const [t, storedKey, uses, planned, farewell, demo, module, quiet, token] = await Promise.all([
    getTranslations("key"),
    storedKeyOf(student),
    keyUsesOf(student, shown + 1),
    farewellPlannedFor(student, "openai"),
    lastFarewellOf(student),
    demoKeys(student, locale),
    moduleFor(student, locale),
    quietChoiceOf(student),
    formToken(),
  ]);
  const titles = await causeTitles(
    locale,
    uses.flatMap(({ checks }) => checks.map(({ cause }) => cause)),
  );
  const older = uses.length > shown ? `/key?uses=${shown + 4 * USES}#uses` : null;
  const isFresh = isRecent(await requireViewer(), new Date());
  const mayReplace = !storedKey || isFresh;
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
        {query.day === "wrong" && <Notice look="error">{t("farewell.wrongDay")}</Notice>}
        {!storedKey && farewell && <Notice look="info">{t("farewell.gone", { because: farewell })}</Notice>}
        <KeyRefusalNotice query={query} film={film} />
        {storedKey && <StoredKeyCard storedKey={storedKey} />}
        <Card aria-labelledby="key-form">
          <h2 id="key-form" className="font-bold text-xl">
            {t(storedKey ? "replaceHeading" : "pasteHeading")}
          </h2>
          {storedKey && <p className="mt-1 text-base-content/75">{t("replaceLead")}</p>}
          {mayReplace ? (
            <KeyForm
              provider="openai"
              token={token}
              words={keyFormWords(t, "openai", accepted)}
              mustConfirm={query.refusal === "confirm"}
              isReplacing={storedKey !== null}
            />
          ) : (
            <ConfirmFirst to="/key" why="key" />
          )}
          {mayReplace && demo.openai.length > 0 && <DemoKeys provider="openai" keys={demo.openai} />}
        </Card>
        <HowItIsKept film={film} />
        {storedKey && <FarewellCard planned={planned} now={new Date()} choose={isFresh ? chooseDay : null} />}
        {storedKey && <QuietChoice {...quiet} choose={chooseQuiet} />}
        <KeyUses uses={uses.slice(0, shown)} causes={titles} older={older} />
        {storedKey && <DeleteKey provider="openai" remove={deleteKey} />}
        {takesGoogle && (
          <GoogleKey
            storedKey={googleKey}
            token={token}
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
