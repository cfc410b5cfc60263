import Link from "next/link";
import { useTranslations } from "next-intl";

export type Running = { readonly step: number; readonly steps: number; readonly isHeld: boolean };
type Props = { readonly running: Running | null };

/** Says on every page that a test is going on, and leads to it. */
export function RunningPill({ running }: Props) {
  const t = useTranslations("test");
  return (
    <div role="status" className="contents">
      {running && (
        <Link
          href="/test"
          className="num inline-flex min-h-11 items-center gap-2 whitespace-nowrap rounded-full border border-base-300 bg-base-100 px-3 font-medium text-sm hover:bg-base-200"
        >
          {running.isHeld ? t("pill.held") : <Going {...running} />}
        </Link>
      )}
    </div>
  );
}

function Going({ step, steps }: Running) {
  const t = useTranslations("test");
  return (
    <>
      <span className="loading loading-spinner loading-xs text-primary" aria-hidden="true" />
      <span className="sr-only xl:not-sr-only">{t("pill.running")}</span>
      <span aria-hidden="true" className="hidden xl:inline">
        ·
      </span>
      <span>{t("pill.step", { step, steps })}</span>
    </>
  );
}
