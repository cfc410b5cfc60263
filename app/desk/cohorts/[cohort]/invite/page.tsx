import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { BackToCohort } from "#components/desk/cohorts/back-link";
import { JoinLinks } from "#components/desk/cohorts/join-links";
import { LinkForm } from "#components/desk/cohorts/link-form";
import { PasteForm } from "#components/desk/cohorts/paste-form";
import { Card } from "#components/ui/card";
import { dayIn } from "#domain/cohort/local-time";
import { COURSE_ZONE } from "#domain/cohort/zone";
import { joinLinksOf } from "#server/join/queries";
import { requireManager } from "#server/viewer";
import { liveCohortOf } from "../cohort.ts";
import { closeLink, invite, makeLink } from "./actions.ts";

type Props = { params: Promise<{ cohort: string }> };

const EXAMPLE = "Ewa Lis <ewa@example.pl>";
const MONTH_MS = 30 * 86_400_000;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await liveCohortOf(await requireManager(), params);
  return { title: (await getTranslations("roster.invite"))("title", { cohort: name }) };
}

export default async function InvitePage({ params }: Props) {
  const manager = await requireManager();
  const cohort = await liveCohortOf(manager, params);
  const now = new Date();
  const [t, links] = await Promise.all([getTranslations("roster.invite"), joinLinksOf(manager, cohort.id, now)]);
  const words = {
    ...{ badLink: t("badLink"), made: t("made"), linkLabel: t("linkLabel"), uses: t("uses") },
    ...{ until: t("until"), make: t("make"), making: t("making") },
  };
  const pasting = { label: t("label"), send: t("send"), sending: t("sending") };
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
      <BackToCohort cohort={cohort} />
      <h1 className="mt-3 font-bold text-3xl">{t("title", { cohort: cohort.name })}</h1>
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <Card className="p-6" aria-labelledby="paste">
          <h2 id="paste" className="font-bold text-xl">
            {t("paste")}
          </h2>
          <p className="mt-2 max-w-prose text-base-content/80">{t("pasteLead", { example: EXAMPLE })}</p>
          <PasteForm cohortId={cohort.id} words={pasting} invite={invite} />
          <Link href={`/desk/cohorts/${cohort.id}/import`} className="link link-primary mt-4 inline-block text-sm">
            {t("file")}
          </Link>
        </Card>
        <Card className="p-6" aria-labelledby="link">
          <h2 id="link" className="font-bold text-xl">
            {t("link")}
          </h2>
          <p className="mt-2 max-w-prose text-base-content/80">{t("linkLead")}</p>
          <LinkForm
            cohortId={cohort.id}
            until={dayIn(new Date(now.getTime() + MONTH_MS), COURSE_ZONE)}
            words={words}
            make={makeLink}
          />
          {links.length > 0 && <JoinLinks links={links} close={closeLink} />}
        </Card>
      </div>
    </div>
  );
}
