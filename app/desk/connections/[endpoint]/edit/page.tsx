import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EditEndpoint } from "#components/desk/connections/edit-endpoint";
import { eventKey } from "#components/desk/connections/event-key";
import { editWords } from "#components/desk/connections/words";
import { ConfirmFirst } from "#components/sign-in/confirm-first";
import { Card } from "#components/ui/card";
import { hostOf } from "#domain/webhook/address";
import { WEBHOOK_EVENTS } from "#domain/webhook/event";
import { managedCohorts } from "#server/cohort/manage/queries";
import { isRecent, requireManager, requireViewer } from "#server/viewer";
import { endpointOf } from "#server/webhook/queries";
import { wishOf } from "../../wish.ts";
import { edit } from "./actions.ts";

type Props = { params: Promise<{ endpoint: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connections.edit"))("title") };
}

export default async function EditEndpointPage({ params }: Props) {
  const manager = await requireManager();
  const id = z.uuid().safeParse((await params).endpoint);
  const endpoint = id.success ? await endpointOf(manager, id.data) : null;
  if (!endpoint) notFound();
  const [t, looking, cohorts] = await Promise.all([
    getTranslations("connections"),
    requireViewer(),
    managedCohorts(manager),
  ]);
  const page = `/desk/connections/${endpoint.id}`;
  const choices = cohorts
    .filter(({ id, archivedAt }) => !archivedAt || endpoint.cohortIds.includes(id))
    .map(({ id, name, archivedAt }) => ({ value: id, label: archivedAt ? t("edit.archived", { name }) : name }));
  // What is somebody else's by now stays chosen for as long as nobody takes it out with open eyes.
  const lost = endpoint.cohortIds.filter((chosen) => !choices.some(({ value }) => value === chosen));
  const state = endpoint.offAt ? "off" : endpoint.pausedAt ? "paused" : null;
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <Link className="link link-primary break-words text-sm" href={page}>
        {endpoint.name ?? hostOf(endpoint.url)}
      </Link>
      <h1 className="mt-2 font-bold text-3xl">{t("edit.heading")}</h1>
      <div className="mt-4 max-w-prose space-y-2 text-base-content/75">
        <p>{t("edit.lead")}</p>
        <p>{t("edit.secret")}</p>
        {state && <p>{t(`edit.${state}`)}</p>}
      </div>
      <Card className="mt-6 p-6 sm:p-8">
        {isRecent(looking, new Date()) ? (
          <EditEndpoint
            endpoint={endpoint.id}
            before={{ ...wishOf(endpoint), version: endpoint.version }}
            edit={edit}
            events={WEBHOOK_EVENTS.map((value) => ({ value, label: t(`event.${eventKey(value)}`) }))}
            cohorts={[...choices, ...lost.map((value) => ({ value, label: t("edit.unknown") }))]}
            words={editWords(t)}
          />
        ) : (
          <ConfirmFirst to={`${page}/edit`} why="connection" />
        )}
      </Card>
    </div>
  );
}
