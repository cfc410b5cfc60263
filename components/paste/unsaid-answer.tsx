import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ToolChoice, ToolDetails, type ToolView } from "#components/cause/tool-details";

type Props = {
  /** The program that shows the message; several where it may be any of them. */
  readonly tools: readonly ToolView[];
  readonly children: ReactNode;
};

/** The text does not contain its cause: first the way to the words that do, then what it may be. */
export function UnsaidAnswer({ tools, children }: Props) {
  const t = useTranslations("paste.answer");
  const [only, ...more] = tools;
  return (
    <>
      <p className="max-w-prose text-base-content/85">{t("unsaidLead")}</p>
      <section aria-labelledby="paste-details" className="rounded-box border-2 border-primary/50 bg-base-100 p-5">
        <h3 id="paste-details" className="flex items-center gap-2 font-bold">
          <Search className="size-5 shrink-0 text-primary" aria-hidden="true" /> {t("openDetails")}
        </h3>
        <div className="mt-3 space-y-4">
          {only && more.length === 0 ? (
            <ToolDetails page={only} />
          ) : (
            <p className="max-w-prose">{t("openDetailsLead")}</p>
          )}
          {more.length > 0 && <ToolChoice pages={tools} />}
        </div>
      </section>
      {children}
    </>
  );
}
