import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { DeliveryList } from "#components/desk/connections/delivery-list";
import { DoneNotice } from "#components/desk/connections/done-notice";
import { EndpointFacts } from "#components/desk/connections/endpoint-facts";
import { EndpointState } from "#components/desk/connections/endpoint-state";
import { EndpointSwitch } from "#components/desk/connections/endpoint-switch";
import { RemoveEndpoint } from "#components/desk/connections/remove-endpoint";
import { RotateSecret } from "#components/desk/connections/rotate-secret";
import { onceWords } from "#components/desk/connections/words";
import { ConfirmFirst } from "#components/sign-in/confirm-first";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";
import { hostOf } from "#domain/webhook/address";
import { managedCohorts } from "#server/cohort/manage/queries";
import { isRecent, requireManager, requireViewer } from "#server/viewer";
import { countOfFailed, deliveriesTo, endpointOf } from "#server/webhook/queries";
import { again, pause, remove, rotate, trial } from "./actions.ts";

type Props = {
  params: Promise<{ endpoint: string }>;
  searchParams: Promise<{ show?: string | string[]; done?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connections"))("title") };
}

export default async function EndpointPage({ params, searchParams }: Props) {
  const manager = await requireManager();
  const id = z.uuid().safeParse((await params).endpoint);
  const endpoint = id.success ? await endpointOf(manager, id.data) : null;
  if (!endpoint) notFound();
  const { show, done } = await searchParams;
  const onlyFailed = show === "failed";
  const [t, looking, deliveries, failed, cohorts] = await Promise.all([
    getTranslations("connections"),
    requireViewer(),
    deliveriesTo(endpoint, onlyFailed ? "failed" : undefined),
    countOfFailed(endpoint),
    managedCohorts(manager),
  ]);
  const overlap = endpoint.secrets[0]?.expiresAt;
  const isSending = !endpoint.pausedAt && !endpoint.offAt;
  const rotating = {
    open: t("endpoint.rotate"),
    lead: t("endpoint.rotateLead"),
    send: t("endpoint.rotateSend"),
    saving: t("saving"),
    once: onceWords(t, "secret"),
  };
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <Link className="link link-primary text-sm" href="/desk/connections">
        {t("back")}
      </Link>
      <div className="mt-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="break-words font-bold text-3xl">{endpoint.name ?? hostOf(endpoint.url)}</h1>
        <EndpointState endpoint={endpoint} />
      </div>
      <div className="mt-6 space-y-6">
        <DoneNotice done={done} />
        <Card>
          <EndpointFacts
            endpoint={endpoint}
            cohorts={cohorts.filter((cohort) => endpoint.cohortIds.includes(cohort.id)).map(({ name }) => name)}
          />
          <div className="mt-6">
            <EndpointSwitch endpoint={endpoint} sendTrial={trial} pause={pause}>
              <Link className="btn btn-outline min-h-11" href={`/desk/connections/${endpoint.id}/edit`}>
                {t("edit.open")}
              </Link>
            </EndpointSwitch>
          </div>
        </Card>
        <DeliveryList
          endpoint={endpoint.id}
          deliveries={deliveries}
          failed={failed}
          onlyFailed={onlyFailed}
          again={isSending ? again : null}
        />
        {overlap && overlap > new Date() && (
          <p className="num text-sm">
            {t("endpoint.overlap")} <Moment at={overlap} />
          </p>
        )}
        {isRecent(looking, new Date()) ? (
          <RotateSecret endpoint={endpoint.id} rotate={rotate} words={rotating} />
        ) : (
          <ConfirmFirst to={`/desk/connections/${endpoint.id}`} why="connection" />
        )}
        <RemoveEndpoint endpoint={endpoint.id} remove={remove} />
      </div>
    </div>
  );
}
