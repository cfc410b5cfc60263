import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";
import { SubmitButton } from "#components/ui/submit-button";

/** Fewer codes than this are worth a word. */
const FEW = 3;

type Props = {
  readonly factor: { readonly since: Date; readonly codesLeft: number } | null;
  /** Takes the app away; null where its person may not do without. */
  readonly forget: (() => Promise<void>) | null;
};

export function SecondFactorCard({ factor, forget }: Props) {
  const t = useTranslations("account.secondFactor");
  return (
    <Card aria-labelledby="second-factor">
      <h2 id="second-factor" className="flex items-center gap-2 font-bold text-xl">
        <ShieldCheck className="size-5 shrink-0" aria-hidden="true" /> {t("heading")}
      </h2>
      <p className="mt-1 max-w-prose text-base-content/75">{t("lead")}</p>
      {factor && (
        <p className="num mt-3">
          {t("since")} <Moment at={factor.since} /> ·{" "}
          <span className={factor.codesLeft <= FEW ? "font-semibold text-warning" : ""}>
            {t("codesLeft", { count: factor.codesLeft })}
          </span>
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <a className="btn btn-outline min-h-11" href="/login/second/set-up">
          {t(factor ? "change" : "setUp")}
        </a>
        {factor && forget && (
          <form action={forget}>
            <SubmitButton pending={t("removing")} className="btn btn-quiet min-h-11">
              {t("remove")}
            </SubmitButton>
          </form>
        )}
      </div>
    </Card>
  );
}
