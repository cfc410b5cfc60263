import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AddressForm } from "#components/sign-in/address-form";
import { DemoAccounts } from "#components/sign-in/demo-accounts";
import { OtherWays } from "#components/sign-in/other-ways";
import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { demoMailbox, hasDemoSignIn } from "#server/demo/queries";
import { offeredIdentityProviders } from "#server/external-account/queries";
import { demoAccounts } from "#server/sign-in/queries";
import { viewer } from "#server/viewer";
import { askForLink } from "./actions.ts";

type Props = { searchParams: Promise<{ error?: string | string[]; farewell?: string | string[] }> };

const ERRORS = [
  "expired",
  "too_many",
  "not_allowed",
  "unreachable",
  "cancelled",
  "unverified_address",
  "not_on_roster",
  "other_account",
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("login"))("title") };
}

export default async function LoginPage({ searchParams }: Props) {
  if (await viewer()) redirect("/");
  const [t, query, accounts] = await Promise.all([
    getTranslations("login"),
    searchParams,
    hasDemoSignIn() ? demoAccounts() : [],
  ]);
  const error = typeof query.error === "string" && (ERRORS.find((known) => known === query.error) ?? "expired");
  const mailbox = demoMailbox();
  const words = {
    label: t("label"),
    send: t("send"),
    sending: t("sending"),
    refusal: { address: t("error.address"), too_many: t("error.too_many") },
  };
  return (
    <>
      {query.farewell === "yes" && <Notice look="info">{t("farewell")}</Notice>}
      {error && <Notice look="error">{t(`error.${error}`)}</Notice>}
      <Card className="p-6 sm:p-8">
        <h1 className="font-bold text-2xl">{t("title")}</h1>
        <p className="mt-2 text-base-content/80">{t("lead")}</p>
        <AddressForm ask={askForLink} words={words} />
        <OtherWays providers={offeredIdentityProviders()} />
      </Card>
      {accounts.length > 0 && (
        <DemoAccounts accounts={accounts}>
          {mailbox && (
            <a
              className="link link-primary inline-flex items-center gap-2 text-sm"
              href={mailbox}
              target="_blank"
              rel="noopener"
            >
              <Mail className="size-4" aria-hidden="true" /> {t("demoMail")}
            </a>
          )}
        </DemoAccounts>
      )}
    </>
  );
}
