import { Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button";

/** Stops the test that is going on; what it has already shown stays. */
export function CancelForm({ cancel }: { readonly cancel: () => Promise<void> }) {
  const t = useTranslations("test");
  return (
    <form action={cancel}>
      <SubmitButton pending={t("cancelling")} className="btn btn-sm btn-outline min-h-11">
        <Square className="size-4" aria-hidden="true" /> {t("cancel")}
      </SubmitButton>
    </form>
  );
}
