import { CloudOff } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

type Incident = {
  readonly provider: string;
  readonly kind: "provider" | "own_network";
  readonly startedAt: Date;
};

type Props = { readonly incidents: readonly Incident[]; readonly reader: "student" | "instructor" };

/** Above every page while something is out of order that is nobody's fault here. */
export function OutageBanner({ incidents, reader }: Props) {
  return (
    <div role="status">
      {incidents.map((incident) => (
        <Line key={incident.provider} incident={incident} reader={reader} />
      ))}
    </div>
  );
}

function Line({ incident, reader }: { readonly incident: Incident; readonly reader: Props["reader"] }) {
  const t = useTranslations("outage");
  const format = useFormatter();
  const { provider, kind, startedAt } = incident;
  const time = format.dateTime(startedAt, { hour: "2-digit", minute: "2-digit" });
  return (
    <div className="no-print border-warning/60 border-b bg-warning/12">
      <p className="mx-auto flex max-w-6xl items-start gap-3 px-4 py-3 sm:px-6">
        <CloudOff className="mt-0.5 size-5 shrink-0 text-warning" aria-hidden="true" />
        <span>
          {kind === "own_network" ? t("ownNetwork", { reader }) : t("provider", { provider, reader })}{" "}
          <span className="num text-base-content/75">{t("since", { time })}</span>
        </span>
      </p>
    </div>
  );
}
