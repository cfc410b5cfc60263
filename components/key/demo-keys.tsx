import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ProviderId } from "#domain/check/provider";
import { fieldOf } from "./field.tsx";
import { PasteButton } from "./paste-button.tsx";

type Props = {
  readonly provider: ProviderId;
  readonly keys: readonly { readonly key: string; readonly meaning: string }[];
};

/** The simulator's keys: fictions that open nothing, one for each situation. */
export function DemoKeys({ provider, keys }: Props) {
  const t = useTranslations("key");
  return (
    <details className="mt-6 rounded-field border border-base-300 border-dashed p-4" open>
      <summary className="flex cursor-pointer items-center gap-2 font-semibold">
        <FlaskConical className="size-4" aria-hidden="true" /> {t("demoHeading")}
      </summary>
      <p className="mt-1 text-base-content/70 text-sm">{t(provider === "google" ? "google.demoLead" : "demoLead")}</p>
      <ul className="mt-3 grid gap-x-8 sm:grid-cols-2">
        {keys.map(({ key, meaning }) => (
          <li key={key} className="flex items-center gap-3 border-base-300 border-t py-1.5 text-sm">
            <span className="min-w-0 flex-1">{meaning}</span>
            <PasteButton field={fieldOf(provider)} text={key}>
              {t("demoUse")} <span className="sr-only">: {meaning}</span>
            </PasteButton>
          </li>
        ))}
      </ul>
    </details>
  );
}
