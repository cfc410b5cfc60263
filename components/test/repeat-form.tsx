import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button";
import type { CheckName } from "#domain/check/check";
import type { CheckView } from "#domain/check/check-view";
import { ImageConsent, type ImagePrice } from "./image-consent.tsx";

export type Repeat = {
  readonly run: (form: FormData) => Promise<void>;
  readonly isRunning: boolean;
  readonly price: ImagePrice | null;
  readonly imagesLeft: number;
};

/** Offline checks say the same however often they are asked, and what was never asked is not repeated. */
const isRepeatable = ({ check, state }: CheckView): boolean =>
  !check.endsWith(".format") && ["passed", "failed", "waiting", "inconclusive"].includes(state);

/** Asks one check again and leaves the others as they are known. */
export function RepeatForm({ result, run, isRunning, price, imagesLeft }: Repeat & { readonly result: CheckView }) {
  const t = useTranslations("test");
  const { check } = result;
  const isPicture = check === "openai.image";
  if (!isRepeatable(result) || (isPicture && (imagesLeft === 0 || price === null))) return null;
  return (
    <form action={run} className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <input type="hidden" name="only" value={check} />
      {isPicture && price && <ImageConsent price={price} required />}
      <SubmitButton
        pending={t("running")}
        disabled={isRunning}
        className="btn btn-sm btn-quiet min-h-11"
        aria-label={t("repeatNamed", { check: titleOf(t, check) })}
      >
        <RotateCw className="size-4" aria-hidden="true" /> {t("again")}
      </SubmitButton>
    </form>
  );
}

const titleOf = (t: ReturnType<typeof useTranslations<"test">>, check: CheckName): string => t(`check.${check}.queued`);
