import Link from "next/link";
import { useTranslations } from "next-intl";
import { hostOf } from "#domain/webhook/address";
import { type EndpointStanding, EndpointState } from "./endpoint-state.tsx";
import { eventKey } from "./event-key.tsx";

export type ListedEndpoint = EndpointStanding & {
  readonly id: string;
  readonly name: string | null;
  readonly url: string;
  readonly events: readonly string[];
  readonly withNames: boolean;
};

/** The addresses that are told what happens. */
export function EndpointList({ endpoints }: { readonly endpoints: readonly ListedEndpoint[] }) {
  const t = useTranslations("connections");
  if (endpoints.length === 0) return <p className="text-base-content/75">{t("hooks.none")}</p>;
  return (
    <ul className="divide-y divide-base-300">
      {endpoints.map((endpoint) => (
        <li key={endpoint.id} className="py-4 first:pt-0">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <Link
              className="link link-hover break-words font-semibold text-lg"
              href={`/desk/connections/${endpoint.id}`}
            >
              {endpoint.name ?? hostOf(endpoint.url)}
            </Link>
            <EndpointState endpoint={endpoint} />
          </div>
          {endpoint.name && <p className="break-all text-base-content/75 text-sm">{hostOf(endpoint.url)}</p>}
          <p className="mt-1 text-base-content/75 text-sm">
            {endpoint.events.map((event) => t(`event.${eventKey(event)}`)).join(" · ")}
          </p>
          <p className="text-base-content/75 text-sm">{t(endpoint.withNames ? "hooks.names" : "hooks.noNames")}</p>
        </li>
      ))}
    </ul>
  );
}
