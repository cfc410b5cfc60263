import { MessageCircleQuestion } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { MessageText } from "#components/paste/pasted-message";
import { Lapse } from "#components/ui/lapse";
import { SubmitButton } from "#components/ui/submit-button";

type Report = {
  readonly id: string;
  readonly studentId: string;
  readonly name: string;
  readonly text: string;
  readonly createdAt: Date;
};
type Props = {
  readonly reports: readonly Report[];
  readonly count: number;
  readonly close: (form: FormData) => Promise<void>;
};

/** What students have pasted and passed on, since no rule knows it. */
export function UnknownMessages({ reports, count, close }: Props) {
  const t = useTranslations("desk.unknown");
  return (
    <section className="mt-10" aria-labelledby="unknown-messages">
      <h2 id="unknown-messages" className="flex items-center gap-2 font-bold text-xl">
        <MessageCircleQuestion className="size-5 text-base-content/60" aria-hidden="true" /> {t("heading")}
        {count > 0 && <span className="badge badge-sm num">{count}</span>}
      </h2>
      <p className="mt-1 max-w-prose text-base-content/75">{t(count === 0 ? "none" : "lead")}</p>
      {count > 0 && (
        <ul className="mt-4 divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
          {reports.map((report) => (
            <ReportLine key={report.id} report={report} close={close} />
          ))}
        </ul>
      )}
      {count > reports.length && (
        <p className="mt-2 text-base-content/70 text-sm">{t("more", { count: count - reports.length })}</p>
      )}
    </section>
  );
}

function ReportLine({ report, close }: { readonly report: Report; readonly close: Props["close"] }) {
  const t = useTranslations("desk.unknown");
  return (
    <li className="p-5" aria-labelledby={`report-${report.id}`}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p id={`report-${report.id}`}>
          <Link className="link link-hover font-semibold" href={`/desk/students/${report.studentId}`}>
            {report.name}
          </Link>{" "}
          <span className="num text-base-content/70 text-sm">
            <Lapse since={report.createdAt} form="ago" />
          </span>
        </p>
        <form action={close}>
          <input type="hidden" name="report" value={report.id} />
          <SubmitButton pending={t("doing")} className="btn btn-quiet min-h-11">
            {t("done")}
          </SubmitButton>
        </form>
      </div>
      <p className="mt-1 truncate font-mono text-sm">{report.text.replace(/\s+/g, " ").slice(0, 200)}</p>
      <details className="mt-2">
        <summary className="min-h-6 cursor-pointer text-sm underline underline-offset-2">{t("text")}</summary>
        <div className="mt-2 overflow-hidden rounded-field border border-base-300 [&>pre]:border-t-0">
          <MessageText text={report.text} />
        </div>
      </details>
    </li>
  );
}
