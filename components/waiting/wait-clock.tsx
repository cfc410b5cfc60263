import { useFormatter, useNow, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { looksAhead } from "#domain/waiting/wait";
import { Countdown } from "./countdown.tsx";

type Props = { readonly looks: readonly Date[]; readonly className?: string };

/**
 * When the portal looks again. The times are said aloud when they change; the seconds tick for the eyes alone. Without
 * JavaScript the times are there and the seconds stand still.
 */
export function WaitClock({ looks, className = "" }: Props) {
  const t = useTranslations("wait");
  const format = useFormatter();
  const now = useNow();
  const timeOf = (at: Date) => format.dateTime(at, { hour: "2-digit", minute: "2-digit" });
  const [next, ...later] = looksAhead(looks, now);
  const parts = next && {
    time: timeOf(next),
    ticking: (chunks: ReactNode) => <span aria-hidden="true">{chunks}</span>,
    left: () => <Countdown leftMs={next.getTime() - now.getTime()} soon={t("soon")} />,
  };
  return (
    <p role="status" className={`num ${className}`}>
      {!parts && t("now")}
      {parts && later.length === 0 && t.rich("last", parts)}
      {parts && later.length > 0 && t.rich("next", { ...parts, later: format.list(later.map(timeOf)) })}
    </p>
  );
}
