import { useTranslations } from "next-intl";
import { providerOfCause } from "#domain/cause/catalogue";
import type { CauseView } from "./cause-view.tsx";

/** Whose turn it is, and whether trying again helps. */
export function WhatNext({ cause: { cause, retry, onWhom, isDeadEnd } }: { readonly cause: CauseView }) {
  const t = useTranslations("cause");
  return (
    <dl className="grid gap-x-8 gap-y-3 border-base-300 border-t pt-4 text-sm sm:grid-cols-2">
      <div>
        <dt className="font-bold">{t("again.heading")}</dt>
        <dd className="text-base-content/80">
          {t(`again.${retry}`)} {isDeadEnd && t("again.deadEnd")}
        </dd>
      </div>
      <div>
        <dt className="font-bold">{t("side.heading")}</dt>
        <dd className="text-base-content/80">{t(`side.${onWhom}`, { provider: providerOfCause(cause) })}</dd>
      </div>
    </dl>
  );
}
