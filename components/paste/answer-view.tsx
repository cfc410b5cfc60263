import { Info, ShieldCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What was hidden in the browser, and how many secrets only the server has hidden. */
export type HiddenCounts = { readonly secrets: number; readonly personal: number; readonly late: number };

type Props = {
  readonly heading: string;
  readonly hidden: HiddenCounts;
  /** How many characters were read, where that is not all. */
  readonly readOnly: number | null;
  readonly children: ReactNode;
};

/** What an answer begins with, whatever it is. The focus comes here, so that it is read aloud. */
export function AnswerView({ heading, hidden, readOnly, children }: Props) {
  const t = useTranslations("paste.answer");
  const format = useFormatter();
  const { secrets, personal, late } = hidden;
  const sentences = [
    secrets > 0 && t("hidden", { count: secrets }),
    late > 0 && t("hiddenLate", { count: late }),
    personal > 0 && t("hiddenPersonal", { count: personal }),
    secrets + late > 0 && t("hiddenAdvice"),
  ].filter((sentence) => sentence !== false);
  return (
    <section aria-labelledby="paste-answer" className="space-y-4">
      <h2 id="paste-answer" tabIndex={-1} className="scroll-mt-6 font-bold text-xl outline-none">
        {heading}
      </h2>
      {sentences.length > 0 && (
        <Note icon={<ShieldCheck className="mt-0.5 size-4 shrink-0 text-success" aria-hidden="true" />}>
          {sentences.join(" ")}
        </Note>
      )}
      {readOnly !== null && (
        <Note icon={<Info className="mt-0.5 size-4 shrink-0 text-info" aria-hidden="true" />}>
          {t("cut", { count: format.number(readOnly) })}
        </Note>
      )}
      {children}
    </section>
  );
}

function Note({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <p className="flex max-w-prose items-start gap-2 text-sm">
      {icon}
      <span>{children}</span>
    </p>
  );
}
