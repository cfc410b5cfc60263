import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button";
import type { ProviderId } from "#domain/check/provider";

type Props = { readonly provider: ProviderId; readonly remove: (form: FormData) => Promise<void> };

/** Asks before it destroys, without JavaScript too: the question is folded away until it is wanted. */
export function DeleteKey({ provider, remove }: Props) {
  const t = useTranslations("key");
  return (
    <details className="rounded-box border border-base-300 bg-base-100 p-6">
      <summary className="flex cursor-pointer items-center gap-2 font-semibold text-error">
        <Trash2 className="size-4" aria-hidden="true" /> {t(provider === "google" ? "google.delete" : "delete")}
      </summary>
      <h2 className="mt-4 font-bold">{t("deleteHeading")}</h2>
      <p className="mt-1 max-w-prose text-base-content/80">
        {t(provider === "google" ? "google.deleteLead" : "deleteLead")}
      </p>
      <form action={remove} className="mt-4">
        <input type="hidden" name="provider" value={provider} />
        <SubmitButton pending={t("saving")} className="btn btn-error min-h-11">
          {t("deleteConfirm")}
        </SubmitButton>
      </form>
    </details>
  );
}
