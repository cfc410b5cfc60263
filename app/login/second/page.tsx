import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PasskeySignIn } from "#components/sign-in/passkey-sign-in";
import { passkeyWords } from "#components/sign-in/passkey-words";
import { DigitsForm, RecoveryForm } from "#components/sign-in/second-factor-forms";
import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { whenAgainOf } from "#server/door/come-back";
import { requireHalfway } from "#server/viewer";
import { show } from "./actions.ts";

type Props = { searchParams: Promise<Record<"error" | "by" | "again", string | string[] | undefined>> };

const ERRORS = ["wrong_code", "too_many", "expired"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("login.second"))("title") };
}

/** The second half of signing in, for those who see other people's data. */
export default async function SecondFactorPage({ searchParams }: Props) {
  const { email, has } = await requireHalfway();
  const [t, query] = await Promise.all([getTranslations("login"), searchParams]);
  const error = ERRORS.find((known) => known === query.error);
  return (
    <>
      {error && (
        <Notice look="error">
          {t(`second.error.${error}`)} {await whenAgainOf(query.again)}
        </Notice>
      )}
      <Card className="p-6 sm:p-8">
        <h1 className="font-bold text-2xl">{t("second.title")}</h1>
        <p className="mt-2 break-words text-base-content/80">
          {t(has.app ? "second.lead" : "second.leadPasskey", { email })}
        </p>
        {has.app && <DigitsForm show={show} />}
        {has.passkey && (
          <div className="mt-4">
            <PasskeySignIn words={passkeyWords(t)} />
          </div>
        )}
      </Card>
      {has.app && <RecoveryForm show={show} isOpen={query.by === "recovery"} />}
      <p className="text-base-content/70 text-sm">
        {t("second.lost")}{" "}
        <a className="link link-primary" href="/login">
          {t("second.other")}
        </a>
      </p>
    </>
  );
}
