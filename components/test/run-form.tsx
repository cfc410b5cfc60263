import { RotateCw, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button";

type Props = {
  readonly run: (form: FormData) => Promise<void>;
  readonly isFirst: boolean;
  readonly isRunning: boolean;
  readonly imagesLeft: number;
};

/** The picture is the only check that costs, so it is asked for by name and price, each time anew. */
export function RunForm({ run, isFirst, isRunning, imagesLeft }: Props) {
  const t = useTranslations("test");
  return (
    <form action={run} className="mt-8 space-y-5">
      <fieldset disabled={isRunning} className="rounded-box border border-base-300 bg-base-100 p-5">
        <legend className="sr-only">{t("imageHeading")}</legend>
        <p className="font-semibold">{t("imageHeading")}</p>
        <p className="mt-1 max-w-prose text-base-content/75 text-sm">{t("imageLead")}</p>
        {imagesLeft > 0 ? (
          <label className="mt-3 flex min-h-11 cursor-pointer items-center gap-3">
            <input type="checkbox" name="image" value="yes" className="checkbox" />
            <span>{t("imageConsent", { price: t("imagePrice") })}</span>
          </label>
        ) : (
          <p className="mt-3 text-sm">{t("imageNone")}</p>
        )}
        {imagesLeft > 0 && <p className="num text-base-content/70 text-sm">{t("imageLeft", { count: imagesLeft })}</p>}
      </fieldset>
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
        {t(isRunning ? "running" : isFirst ? "run" : "again")}
      </SubmitButton>
    </form>
  );
}
