import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddEndpoint } from "#components/desk/connections/add-endpoint";
import { EndpointList } from "#components/desk/connections/endpoint-list";
import { eventKey } from "#components/desk/connections/event-key";
import { MakeToken } from "#components/desk/connections/make-token";
import { TokenList } from "#components/desk/connections/token-list";
import { addWords, makeWords } from "#components/desk/connections/words";
import { ConfirmFirst } from "#components/sign-in/confirm-first";
import { Card } from "#components/ui/card";
import { SCOPES, TOKEN_DAYS } from "#domain/api/scope";
import { WEBHOOK_EVENTS } from "#domain/webhook/event";
import { apiAddress, tokensOf } from "#server/api/queries";
import { cohortsOf } from "#server/cohort/queries";
import { isRecent, requireManager, requireViewer } from "#server/viewer";
import { endpointsOf } from "#server/webhook/queries";
import { add, make, revoke } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connections"))("title") };
}

export default async function ConnectionsPage() {
  const manager = await requireManager();
  const now = new Date();
  const [t, endpoints, tokens, cohorts, looking] = await Promise.all([
    getTranslations("connections"),
    endpointsOf(manager),
    tokensOf(manager),
    cohortsOf(manager),
    requireViewer(),
  ]);
  const mayChange = isRecent(looking, now);
  const events = WEBHOOK_EVENTS.map((value) => ({ value, label: t(`event.${eventKey(value)}`) }));
  const scopes = SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }));
  const days = TOKEN_DAYS.map((count) => ({ value: String(count), label: t("make.daysOption", { count }) }));
  const confirm = <ConfirmFirst to="/desk/connections" why="connection" />;
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <h1 className="font-bold text-3xl">{t("title")}</h1>
      <p className="mt-2 max-w-prose text-base-content/75">{t("lead")}</p>
      <div className="mt-8 space-y-8">
        <Card aria-labelledby="hooks">
          <h2 id="hooks" className="font-bold text-xl">
            {t("hooks.heading")}
          </h2>
          <p className="mt-1 mb-5 max-w-prose text-base-content/75">{t("hooks.lead")}</p>
          <EndpointList endpoints={endpoints} />
          <h3 className="mt-6 mb-4 border-base-300 border-t pt-6 font-bold text-lg">{t("add.heading")}</h3>
          {mayChange ? (
            <AddEndpoint
              add={add}
              events={events}
              cohorts={cohorts.map(({ id, name }) => ({ value: id, label: name }))}
              words={addWords(t)}
            />
          ) : (
            confirm
          )}
        </Card>
        <Card aria-labelledby="tokens">
          <h2 id="tokens" className="font-bold text-xl">
            {t("tokens.heading")}
          </h2>
          <p className="mt-1 max-w-prose text-base-content/75">{t("tokens.lead")}</p>
          <p className="mt-2 mb-5 text-sm">
            {t("tokens.address")} <code className="break-all font-mono">{apiAddress()}</code>
            {" · "}
            <a className="link link-primary" href="/api/v1/openapi.json">
              {t("tokens.described")}
            </a>
          </p>
          <TokenList tokens={tokens} now={now} revoke={revoke} />
          <h3 className="mt-6 mb-4 border-base-300 border-t pt-6 font-bold text-lg">{t("make.heading")}</h3>
          {mayChange ? <MakeToken make={make} scopes={scopes} days={days} words={makeWords(t)} /> : confirm}
        </Card>
      </div>
    </div>
  );
}
