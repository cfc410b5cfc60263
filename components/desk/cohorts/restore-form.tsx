import { useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button";

type Props = {
  readonly cohortId: string;
  readonly restore: (form: FormData) => Promise<void>;
  readonly words: string;
};

/** Takes a cohort out of the archive again. */
export function RestoreForm({ cohortId, restore, words }: Props) {
  const t = useTranslations("cohorts");
  return (
    <form action={restore}>
      <input type="hidden" name="cohort" value={cohortId} />
      <SubmitButton pending={t("saving")} className="btn btn-outline min-h-11">
        {words}
      </SubmitButton>
    </form>
  );
}
