import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "#components/ui/moment";
import type { ListedEndpoint } from "./endpoint-list.tsx";
import { eventKey } from "./event-key.tsx";

type Props = {
  readonly endpoint: ListedEndpoint & { readonly createdAt: Date; readonly cohortIds: readonly string[] };
  /** What the chosen cohorts are called. */
  readonly cohorts: readonly string[];
};

/** What an address is told, and of whom. */
export function EndpointFacts({ endpoint, cohorts }: Props) {
  const t = useTranslations("connections");
  const { url, events, cohortIds, withNames, createdAt } = endpoint;
  return (
    <dl className="num grid gap-x-6 gap-y-3 text-sm sm:grid-cols-2">
      <Fact label={t("hooks.url")}>
        <span className="break-all">{url}</span>
      </Fact>
      <Fact label={t("hooks.events")}>{events.map((event) => t(`event.${eventKey(event)}`)).join(" · ")}</Fact>
      <Fact label={t("hooks.cohorts")}>{cohortIds.length === 0 ? t("noCohorts") : cohorts.join(" · ") || "–"}</Fact>
      <Fact label={t("hooks.person")}>{t(withNames ? "hooks.names" : "hooks.noNames")}</Fact>
      <Fact label={t("hooks.added")}>
        <Moment at={createdAt} />
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-base-content/70">{label}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}
