import { MonitorCheck, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";
import { SubmitButton } from "#components/ui/submit-button";

type Report = { readonly id: string; readonly createdAt: Date; readonly handledAt: Date | null };
type Props = { readonly reports: readonly Report[]; readonly takeBack: (form: FormData) => Promise<void> };

/** What the student has said of this section, each to be taken back. */
export function OwnReports({ reports, takeBack }: Props) {
  const t = useTranslations("screens");
  if (reports.length === 0) return null;
  return (
    <ul className="mt-1 space-y-1 text-sm" aria-label={t("own")}>
      {reports.map(({ id, createdAt, handledAt }) => (
        <li key={id} className="num flex flex-wrap items-center gap-x-4">
          <span className="flex items-center gap-2 text-base-content/75">
            <MonitorCheck className="size-4 text-success" aria-hidden="true" />
            <span>
              {t("reported")} <Moment at={createdAt} />
              {handledAt && ` · ${t("handled")}`}
            </span>
          </span>
          <form action={takeBack}>
            <input type="hidden" name="report" value={id} />
            <SubmitButton pending={t("takingBack")} className="btn btn-ghost btn-sm min-h-11 font-medium">
              <Undo2 className="size-4" aria-hidden="true" /> {t("takeBack")}
            </SubmitButton>
          </form>
        </li>
      ))}
    </ul>
  );
}
