import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SubmitButton } from "#components/ui/submit-button";

export type Mark = (form: FormData) => Promise<void>;
type Props = {
  readonly reports: readonly { readonly id: string }[];
  readonly isHandled: boolean;
  readonly mark: Mark;
  readonly dress: string;
  readonly children: ReactNode;
};

/** Marks the very reports that are shown, so that none which came meanwhile is dealt with unseen. */
export function HandledForm({ reports, isHandled, mark, dress, children }: Props) {
  const t = useTranslations("screens.desk");
  return (
    <form action={mark}>
      {reports.map(({ id }) => (
        <input key={id} type="hidden" name="report" value={id} />
      ))}
      <input type="hidden" name="handled" value={isHandled ? "yes" : "no"} />
      <SubmitButton pending={t("marking")} className={`btn min-h-11 ${dress}`}>
        {children}
      </SubmitButton>
    </form>
  );
}
