import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button";

type Props = { readonly endpoint: string; readonly remove: (form: FormData) => Promise<void> };

/** Asks before it destroys, without JavaScript too. */
export function RemoveEndpoint({ endpoint, remove }: Props) {
  const t = useTranslations("connections");
  return (
    <details className="rounded-box border border-base-300 bg-base-100 p-5">
      <summary className="flex cursor-pointer items-center gap-2 font-semibold text-error">
        <Trash2 className="size-4" aria-hidden="true" /> {t("endpoint.remove")}
      </summary>
      <p className="mt-2 text-sm">{t("endpoint.removeLead")}</p>
      <form action={remove} className="mt-4">
        <input type="hidden" name="endpoint" value={endpoint} />
        <SubmitButton pending={t("saving")} className="btn btn-error min-h-11">
          {t("endpoint.removeSend")}
        </SubmitButton>
      </form>
    </details>
  );
}
