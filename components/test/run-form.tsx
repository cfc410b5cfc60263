import { RotateCw, ShieldCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button";
import type { ProviderId } from "#domain/check/provider";
import { ImageConsent, type ImagePrice } from "./image-consent.tsx";
import { usd } from "./money.tsx";

export type Today = {
  readonly used: number;
  readonly cap: number;
  readonly left: number;
  readonly spentMicroUsd: number;
};

type Props = {
  readonly provider: ProviderId;
  readonly run: (form: FormData) => Promise<void>;
  readonly isFirst: boolean;
  readonly isRunning: boolean;
  /** Null where no check of the provider costs money. */
  readonly picture: { readonly today: Today; readonly price: ImagePrice | null } | null;
};

/** The picture is the only check that costs, so it is asked for by name and price, each time anew. */
export function RunForm({ provider, run, isFirst, isRunning, picture }: Props) {
  const t = useTranslations("test");
  return (
    <form action={run} className="mt-8 space-y-5">
      <input type="hidden" name="provider" value={provider} />
      {picture && <PictureChoice {...picture} isRunning={isRunning} />}
      <SubmitButton
        pending={t("running")}
        disabled={isRunning}
        className={`btn min-h-11 ${isFirst ? "btn-primary" : "btn-neutral"}`}
      >
        {isRunning ? (
          <span className="loading loading-spinner loading-sm" aria-hidden="true" />
        ) : isFirst ? (
          <ShieldCheck className="size-4" aria-hidden="true" />
        ) : (
          <RotateCw className="size-4" aria-hidden="true" />
        )}
        {t(isRunning ? "running" : isFirst ? "run" : "againAll")}
      </SubmitButton>
    </form>
  );
}

function PictureChoice({ today, price, isRunning }: NonNullable<Props["picture"]> & { readonly isRunning: boolean }) {
  const t = useTranslations("test");
  const format = useFormatter();
  return (
    <fieldset disabled={isRunning} className="rounded-box border border-base-300 bg-base-100 p-5">
      <legend className="sr-only">{t("imageHeading")}</legend>
      <p className="font-semibold">{t("imageHeading")}</p>
      <p className="mt-1 max-w-prose text-base-content/75 text-sm">{t("imageLead")}</p>
      {today.left > 0 && price ? (
        <div className="mt-3">
          <ImageConsent price={price} />
        </div>
      ) : (
        <p className="mt-3 text-sm">{t(price ? "imageNone" : "imageNoPrice")}</p>
      )}
      <p className="num mt-2 text-base-content/70 text-sm">
        {t("today", { used: today.used, cap: today.cap, spent: usd(format, today.spentMicroUsd) })}
      </p>
    </fieldset>
  );
}
