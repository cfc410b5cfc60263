import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { SubmitButton } from "#components/ui/submit-button";

type Props = {
  readonly cohort: { readonly id: string; readonly name: string };
  readonly rename: (form: FormData) => Promise<void>;
};

export function NameForm({ cohort, rename }: Props) {
  const t = useTranslations("cohorts");
  return (
    <Card className="p-6">
      <form action={rename} className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="cohort" value={cohort.id} />
        <label className="grow font-semibold text-sm">
          {t("rename")}
          <input
            name="name"
            defaultValue={cohort.name}
            required
            maxLength={80}
            className="input mt-1.5 h-12 w-full text-base"
          />
        </label>
        <SubmitButton pending={t("saving")} className="btn btn-outline min-h-12">
          {t("save")}
        </SubmitButton>
      </form>
    </Card>
  );
}
