import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import type { FunnelStep, Gap } from "#domain/class/funnel";
import { Picture } from "./picture.tsx";
import { ShareWords } from "./share-words.tsx";

type Props = {
  readonly funnel: readonly FunnelStep[];
  readonly gap: Gap | null;
};

/** One bar a step, as long as the share of people who have come so far. */
export function Funnel({ funnel, gap }: Props) {
  const t = useTranslations("class");
  const sentence = useGapSentence({ funnel, gap });
  return (
    <Card aria-labelledby="funnel">
      <h2 id="funnel" className="font-bold text-xl">
        {t("funnel.title")}
      </h2>
      <p className="mt-1 max-w-prose text-base-content/75">{t("funnel.lead")}</p>
      <p className="num mt-3 max-w-prose font-semibold">{sentence}</p>
      <Picture words={sentence} table={<FunnelTable funnel={funnel} />}>
        <div className="num mt-4 space-y-2 text-sm">
          {funnel.map((step) => (
            <FunnelBar key={step.step.id} {...step} />
          ))}
        </div>
      </Picture>
    </Card>
  );
}

function useGapSentence({ funnel, gap }: Props): string {
  const t = useTranslations("class.funnel");
  if (gap) {
    const { step, lost } = gap;
    return t("gap", { lost, step: step.step.title, reached: step.reached, asked: step.asked });
  }
  return t(funnel.some(({ asked }) => asked > 0) ? "noGap" : "nobody");
}

function FunnelBar({ step, reached, asked }: FunnelStep) {
  const width = asked === 0 ? 0 : (100 * reached) / asked;
  return (
    <div className="grid gap-x-4 sm:grid-cols-[15rem_minmax(0,1fr)_9rem] sm:items-center">
      <span>{step.title}</span>
      <svg className="h-4 w-full" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="10" className="fill-base-300/60" />
        <rect width={width} height="10" className="fill-base-content/60" />
      </svg>
      <ShareWords count={reached} of={asked} />
    </div>
  );
}

function FunnelTable({ funnel }: Pick<Props, "funnel">) {
  const t = useTranslations("class.funnel");
  return (
    <table className="table num mt-2">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("step")}</th>
          <th scope="col">{t("reached")}</th>
          <th scope="col">{t("done")}</th>
        </tr>
      </thead>
      <tbody>
        {funnel.map(({ step, reached, done, asked }) => (
          <tr key={step.id}>
            <th scope="row" className="font-normal">
              {step.title}
            </th>
            <td>
              <ShareWords count={reached} of={asked} />
            </td>
            <td>
              <ShareWords count={done} of={asked} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
