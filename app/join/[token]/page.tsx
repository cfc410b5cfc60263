import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { JoinForm } from "#components/sign-in/join-form";
import { Card } from "#components/ui/card";
import { joinLinkBehind } from "#server/join/queries";
import { join } from "./actions.ts";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("join"))("send") };
}

export default async function JoinPage({ params }: Props) {
  const { token } = await params;
  const [t, door] = await Promise.all([getTranslations("join"), joinLinkBehind(token, new Date())]);
  const state = door?.state ?? "not_found";
  const words = {
    ...{ name: t("name"), email: t("email"), send: t("send"), sending: t("sending") },
    ...{ badName: t("badName"), badEmail: t("badEmail"), too_many: t("too_many") },
    ...{ full: t("full"), ended: t("ended"), closed: t("closed"), not_found: t("not_found") },
  };
  return (
    <>
      <Card className="p-6 sm:p-8">
        <h1 className="font-bold text-2xl">
          {door && state === "open" ? t("title", { cohort: door.cohort }) : t("closedTitle")}
        </h1>
        {state === "open" ? (
          <>
            <p className="mt-2 text-base-content/80">{t("lead")}</p>
            <JoinForm token={token} join={join} words={words} />
          </>
        ) : (
          <p role="alert" className="mt-3">
            {t(state)} {t("ask")}
          </p>
        )}
      </Card>
      <p className="text-center text-sm">
        <Link className="link link-primary" href="/login">
          {t("signIn")}
        </Link>
      </p>
    </>
  );
}
