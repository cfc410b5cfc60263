import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import { ownPath } from "#domain/sign-in/own-path";
import { whenAgainOf } from "#server/door/come-back";
import { requireViewer } from "#server/viewer";
import { askAgain } from "./actions.ts";

type Props = {
  searchParams: Promise<{ to?: string | string[]; error?: string | string[]; again?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("login"))("recent.title") };
}

/** Somebody who is signed in shows once more that it is them, before something that could hurt. */
export default async function SignInAgainPage({ searchParams }: Props) {
  const { person } = await requireViewer();
  const [t, query] = await Promise.all([getTranslations("login"), searchParams]);
  const to = ownPath(String(query.to ?? ""));
  return (
    <>
      {query.error && (
        <Notice look="error">
          {t("error.too_many")} {await whenAgainOf(query.again)}
        </Notice>
      )}
      <Card className="p-6 sm:p-8">
        <h1 className="font-bold text-2xl">{t("recent.title")}</h1>
        <p className="mt-2 break-words text-base-content/80">{t("recent.lead", { email: person.email })}</p>
        <form action={askAgain} className="mt-6">
          <input type="hidden" name="to" value={to} />
          <SubmitButton pending={t("sending")} className="btn btn-primary btn-lg w-full">
            {t("recent.send")}
          </SubmitButton>
        </form>
        <p className="mt-4 text-sm">
          <a className="link link-primary" href={to}>
            {t("recent.back")}
          </a>
        </p>
      </Card>
    </>
  );
}
