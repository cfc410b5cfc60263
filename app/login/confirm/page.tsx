import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "#components/sign-in/code-form";
import { LinkForm } from "#components/sign-in/link-form";
import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { mailCookie } from "#server/sign-in/door-cookie";
import { addressWaitingIn } from "#server/sign-in/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("login"))("confirmTitle") };
}

/** What a link in a mail opens. It uses up nothing; the button does, and only in the browser that asked. */
export default async function ConfirmPage() {
  const t = await getTranslations("login");
  const token = mailCookie.heldBy(await cookies());
  const email = token && (await addressWaitingIn(token));
  if (!email) {
    return (
      <>
        <h1 className="font-bold text-2xl">{t("confirmOtherTitle")}</h1>
        <Notice look="info">{t("confirmOtherBrowser")}</Notice>
        <Link className="btn btn-primary btn-lg" href="/login">
          {t("title")}
        </Link>
      </>
    );
  }
  return (
    <Card className="p-6 sm:p-8">
      <h1 className="font-bold text-2xl">{t("confirmTitle")}</h1>
      <p className="mt-2 break-words text-base-content/80">{t("confirmLead", { email })}</p>
      <LinkForm button={t("confirmButton")} missing={t("confirmMissing")} />
      <noscript>
        <p className="mt-4">{t("confirmNoScript")}</p>
        <CodeForm />
      </noscript>
    </Card>
  );
}
