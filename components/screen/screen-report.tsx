import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Notice } from "#components/ui/notice";
import { OwnReports } from "./own-reports.tsx";
import { ScreenForm, type ScreenFormProps } from "./screen-form.tsx";

type Props = ScreenFormProps & ComponentProps<typeof OwnReports> & { readonly title: string };

/** Below a section: whether the screen looks different there, folded away until somebody wonders. */
export function ScreenReport({ title, place, words, first, reports, takeBack }: Props) {
  const t = useTranslations("screens");
  return (
    <div className="mt-5">
      <details id={`screen-${place.anchor}`} open={first !== null} className="group">
        <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-1 text-base-content/75 text-sm hover:text-base-content">
          <ChevronRight className="size-4 group-open:rotate-90" aria-hidden="true" />
          {t("ask")}
          <span className="sr-only">: {title}</span>
        </summary>
        <div className="mt-1 space-y-4 rounded-box border border-base-300 bg-base-100 p-5">
          {first?.said === "sent" && <Notice look="success">{t("sent")}</Notice>}
          <p className="max-w-prose text-base-content/75">{t("lead")}</p>
          <ScreenForm place={place} words={words} first={first} />
        </div>
      </details>
      <OwnReports reports={reports} takeBack={takeBack} />
    </div>
  );
}
