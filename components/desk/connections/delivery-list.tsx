import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { DeliveryLine, type ListedDelivery } from "./delivery-line.tsx";
import { FailedAgain } from "./failed-again.tsx";

type Props = {
  readonly endpoint: string;
  readonly deliveries: readonly ListedDelivery[];
  readonly failed: number;
  readonly onlyFailed: boolean;
  /** Null where nothing can be sent. */
  readonly again: ((form: FormData) => Promise<void>) | null;
};

/** What was sent, the newest first, and what came of it. */
export function DeliveryList({ endpoint, deliveries, failed, onlyFailed, again }: Props) {
  const t = useTranslations("connections.deliveries");
  return (
    <Card aria-labelledby="deliveries">
      <h2 id="deliveries" className="font-bold text-xl">
        {t("heading")}
      </h2>
      <nav aria-labelledby="deliveries" className="mt-3 flex flex-wrap gap-2">
        <Filter href={`/desk/connections/${endpoint}`} isChosen={!onlyFailed}>
          {t("all")}
        </Filter>
        <Filter href={`/desk/connections/${endpoint}?show=failed`} isChosen={onlyFailed}>
          {t("failed", { count: failed })}
        </Filter>
      </nav>
      {failed > 0 && again && <FailedAgain endpoint={endpoint} again={again} />}
      {deliveries.length === 0 ? (
        <p className="mt-4 text-base-content/75">{t(onlyFailed ? "noneFailed" : "none")}</p>
      ) : (
        <ul className="mt-2 divide-y divide-base-300">
          {deliveries.map((delivery) => (
            <DeliveryLine key={delivery.id} delivery={delivery} endpoint={endpoint} again={again} />
          ))}
        </ul>
      )}
      <p className="mt-3 text-base-content/70 text-sm">{t("keep")}</p>
    </Card>
  );
}

type FilterProps = { readonly href: string; readonly isChosen: boolean; readonly children: string };

function Filter({ href, isChosen, children }: FilterProps) {
  return (
    <Link
      href={href}
      aria-current={isChosen ? "page" : undefined}
      className={`btn min-h-11 ${isChosen ? "btn-outline" : "btn-quiet"}`}
    >
      {children}
    </Link>
  );
}
