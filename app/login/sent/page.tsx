import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "#components/sign-in/code-form";
import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { demoMailbox } from "#server/demo/queries";
import { mailCookie } from "#server/sign-in/door-cookie";
import { addressWaitingIn } from "#server/sign-in/queries";

type Props = { searchParams: Promise<{ error?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("login"))("sentTitle") };
}

export default async function SentPage({ searchParams }: Props) {
  const token = mailCookie.heldBy(await cookies());
  const email = token && (await addressWaitingIn(token));
  if (!email) redirect("/login?error=expired");
  const [t, query] = await Promise.all([getTranslations("login"), searchParams]);
  const mailbox = demoMailbox();
  return (
    <>
      {query.error === "wrong_code" && <Notice look="error">{t("error.wrong_code")}</Notice>}
      <Card className="p-6 sm:p-8">
        <h1 className="font-bold text-2xl">{t("sentTitle")}</h1>
        <p className="mt-2 break-words text-base-content/80">{t("sentLead", { email })}</p>
        <CodeForm />
        <p className="mt-6 text-base-content/70 text-sm">{t("noMail")}</p>
        <p className="mt-3 flex flex-wrap gap-4 text-sm">
          <Link className="link link-primary" href="/login">
            {t("again")}
          </Link>
          {mailbox && (
            <a className="link link-primary" href={mailbox} target="_blank" rel="noopener">
              {t("demoMail")}
            </a>
          )}
        </p>
      </Card>
    </>
  );
}
