import { CircleCheck, CirclePause, CircleX, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

export type EndpointStanding = {
  readonly pausedAt: Date | null;
  readonly offAt: Date | null;
  readonly failingSince: Date | null;
};

const LOOKS = {
  active: [CircleCheck, "text-success"],
  failing: [TriangleAlert, "text-warning"],
  paused: [CirclePause, "text-base-content/70"],
  off: [CircleX, "text-error"],
} as const;

export const standingOf = ({ pausedAt, offAt, failingSince }: EndpointStanding): keyof typeof LOOKS => {
  if (offAt) return "off";
  if (pausedAt) return "paused";
  return failingSince ? "failing" : "active";
};

/** Shape, word and colour. */
export function EndpointState({ endpoint }: { readonly endpoint: EndpointStanding }) {
  const t = useTranslations("connections.state");
  const standing = standingOf(endpoint);
  const [Icon, dress] = LOOKS[standing];
  return (
    <span className={`inline-flex items-center gap-1.5 font-semibold text-sm ${dress}`}>
      <Icon className="size-4 shrink-0" aria-hidden="true" /> {t(standing)}
    </span>
  );
}
