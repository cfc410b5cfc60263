import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button";

/** Asks before it destroys, without JavaScript too. */
export function DeleteAccount({ remove }: { readonly remove: (form: FormData) => Promise<void> }) {
  const t = useTranslations("account.deletion");
  return (
    <details className="rounded-box border border-base-300 bg-base-100 p-6">
      <summary className="flex cursor-pointer items-center gap-2 font-semibold text-error">
        <Trash2 className="size-4" aria-hidden="true" /> {t("open")}
      </summary>
      <h2 className="mt-4 font-bold">{t("heading")}</h2>
      <ul className="mt-2 max-w-prose list-disc space-y-1 pl-5">
        {(["keys", "rest", "undo", "provider"] as const).map((line) => (
          <li key={line}>{t(line)}</li>
        ))}
      </ul>
      <form action={remove} className="mt-4">
        <SubmitButton pending={t("deleting")} className="btn btn-error min-h-11">
          {t("confirm")}
        </SubmitButton>
      </form>
    </details>
  );
}
