import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { OfferedApp } from "#components/sign-in/offered-app";
import type { RecoveryWords } from "#components/sign-in/recovery-codes";
import { RenewCodesForm, SetUpForm } from "#components/sign-in/set-up-forms";
import { offeredApp } from "#server/second-factor/queries";
import { sessionCookie } from "#server/sign-in/next-auth";
import { requireFactorOwner } from "#server/viewer";
import { renewCodes, setUp } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("login.setUp"))("title") };
}

/** Where staff set up the app that shows six digits, or change it. */
export default async function SetUpPage() {
  const owner = await requireFactorOwner();
  const [t, jar] = await Promise.all([getTranslations("login"), cookies()]);
  const offered = offeredApp(owner, jar.get(sessionCookie())?.value ?? "");
  const recovery: RecoveryWords = {
    title: t("recovery.title"),
    lead: t("recovery.lead"),
    once: t("recovery.once"),
    copy: t("recovery.copy"),
    copied: t("recovery.copied"),
    download: t("recovery.download"),
    print: t("recovery.print"),
    go: t("recovery.go"),
    file: t("recovery.file", { email: owner.email }),
  };
  const words = {
    label: t("second.label"),
    hint: t("second.hint"),
    send: t("setUp.send"),
    checking: t("second.checking"),
    refusal: {
      wrong_code: t("setUp.wrong"),
      too_many: t("second.error.too_many"),
      expired: t("second.error.expired"),
    },
  };
  const renewing = {
    open: t("recovery.renewOpen"),
    lead: t("recovery.renewLead"),
    send: t("recovery.renew"),
    checking: t("recovery.renewing"),
  };
  const others = owner.appSince && (
    <>
      <RenewCodesForm act={renewCodes} words={renewing} recovery={recovery} />
      <p>
        <a className="link link-primary" href="/account">
          {t("recent.back")}
        </a>
      </p>
    </>
  );
  return (
    <SetUpForm act={setUp} words={words} recovery={recovery} others={others}>
      <h1 className="font-bold text-2xl">{t(owner.appSince ? "setUp.changeTitle" : "setUp.title")}</h1>
      <p className="mt-2 text-base-content/80">{t(owner.appSince ? "setUp.changeLead" : "setUp.lead")}</p>
      <OfferedApp {...offered} />
    </SetUpForm>
  );
}
