import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "#components/ui/card";
import { SubmitButton } from "#components/ui/submit-button";
import { dayIn } from "#domain/cohort/local-time";
import { COURSE_ZONE } from "#domain/cohort/zone";

type Props = {
  readonly cohort: { readonly id: string; readonly startsAt: Date | null; readonly endsAt: Date | null };
  readonly save: (form: FormData) => Promise<void>;
  /** The meetings, below. */
  readonly children: ReactNode;
};

export function DatesForm({ cohort, save, children }: Props) {
  const t = useTranslations("cohorts");
  const days = [
    { name: "start", words: t("start"), at: cohort.startsAt },
    { name: "end", words: t("end"), at: cohort.endsAt },
  ];
  return (
    <Card className="p-6" aria-labelledby="dates">
      <h2 id="dates" className="font-bold text-xl">
        {t("dates")}
      </h2>
      <form action={save} className="mt-4 flex flex-wrap items-end gap-3">
        <input type="hidden" name="cohort" value={cohort.id} />
        {days.map(({ name, words, at }) => (
          <label key={name} className="font-semibold text-sm">
            {words}
            <input
              type="date"
              name={name}
              defaultValue={at ? dayIn(at, COURSE_ZONE) : ""}
              className="input num mt-1.5 h-12 w-full text-base"
            />
          </label>
        ))}
        <SubmitButton pending={t("saving")} className="btn btn-outline min-h-12">
          {t("save")}
        </SubmitButton>
      </form>
      {children}
    </Card>
  );
}
