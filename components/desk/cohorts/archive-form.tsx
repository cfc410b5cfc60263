import { useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button";

type Props = { readonly cohortId: string; readonly archive: (form: FormData) => Promise<void> };

/** Asks first, without JavaScript too. */
export function ArchiveForm({ cohortId, archive }: Props) {
  const t = useTranslations("cohorts");
  return (
    <details className="rounded-box border border-base-300 bg-base-100 p-5">
      <summary className="cursor-pointer font-semibold">{t("archive")}</summary>
      <p className="mt-3 max-w-prose text-sm">{t("archiveLead")}</p>
      <form action={archive} className="mt-4">
        <input type="hidden" name="cohort" value={cohortId} />
        <SubmitButton pending={t("saving")} className="btn btn-outline min-h-11">
          {t("archiveConfirm")}
        </SubmitButton>
      </form>
    </details>
  );
}
