import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = {
  readonly provider: string;
  /** The way out, where there is one. */
  readonly children?: ReactNode;
};

/** In place of a test that is running: it is held back until the provider is there again. */
export function HeldTest({ provider, children }: Props) {
  const t = useTranslations("outage");
  return (
    <div className="mt-6 flex flex-wrap items-start gap-4 rounded-box border-2 border-warning/60 bg-base-100 p-5">
      <Hourglass className="mt-0.5 size-6 shrink-0 text-warning" aria-hidden="true" />
      <div className="min-w-48 flex-1">
        <h2 className="font-semibold">{t("held", { provider })}</h2>
        <p className="mt-1 text-base-content/80">{t("heldLead")}</p>
      </div>
      {children}
    </div>
  );
}
