import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { type Hard, HardStep } from "./hard-step.tsx";

type Titles = Readonly<Partial<Record<string, string>>>;
type Props = { readonly required: readonly Hard[]; readonly optional: readonly Hard[]; readonly titles: Titles };

/** Steps by trouble; optional ones, which count for nothing, stand apart. */
export function HardestSteps({ required, optional, titles }: Props) {
  const t = useTranslations("class.hardest");
  return (
    <Card aria-labelledby="hardest">
      <h2 id="hardest" className="font-bold text-xl">
        {t("title")}
      </h2>
      <p className="mt-1 max-w-prose text-base-content/75">{t("lead")}</p>
      {required.length === 0 ? <p className="mt-4">{t("none")}</p> : <HardList steps={required} titles={titles} />}
      {optional.length > 0 && (
        <details className="mt-4">
          <summary className="w-fit cursor-pointer py-1 font-semibold text-sm">
            {t("optional", { count: optional.length })}
          </summary>
          <HardList steps={optional} titles={titles} />
        </details>
      )}
    </Card>
  );
}

function HardList({ steps, titles }: { readonly steps: readonly Hard[]; readonly titles: Titles }) {
  return (
    <ol className="mt-4 divide-y divide-base-300 border-base-300 border-y">
      {steps.map((hard) => (
        <HardStep key={hard.stepId} hard={hard} titles={titles} />
      ))}
    </ol>
  );
}
