import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { AskAgain } from "./ask-again.tsx";

type Props = {
  readonly list: {
    readonly cohort: { readonly id: string };
    readonly total: number;
    readonly done: number;
    readonly added: number;
    readonly changed: number;
    readonly isFinished: boolean;
  };
};

/** How far the worker has come, as it writes it down itself. */
export function ImportProgress({ list }: Props) {
  const t = useTranslations("roster.import");
  const { cohort, total, done, added, changed, isFinished } = list;
  return (
    <Card className="mt-4 max-w-xl p-6">
      <h1 className="font-bold text-2xl">{isFinished ? t("finished") : t("running")}</h1>
      {!isFinished && (
        <>
          <progress
            className="progress progress-primary mt-4 w-full"
            value={done}
            max={total}
            aria-label={t("running")}
          />
          <p className="num mt-1 text-base-content/75">{t("progress", { done, total })}</p>
          <AskAgain />
        </>
      )}
      {isFinished && (
        <>
          <p role="status" className="num mt-3">
            {t("result", { added, changed })}
          </p>
          <Link href={`/desk/people?cohort=${cohort.id}&order=invited`} className="btn btn-primary mt-4 min-h-11">
            {t("toPeople")}
          </Link>
        </>
      )}
    </Card>
  );
}
