import { CircleCheck, CircleX, Clock, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";
import { SubmitButton } from "#components/ui/submit-button";
import { eventKey } from "./event-key.tsx";

export type ListedDelivery = {
  readonly id: string;
  readonly state: "pending" | "delivered" | "failed" | "cancelled";
  readonly tries: number;
  readonly nextTryAt: Date;
  /** Whether the receiver has named that time. */
  readonly nextTryAsked: boolean;
  readonly statusCode: number | null;
  readonly durationMs: number | null;
  readonly fault: string | null;
  readonly answer: string | null;
  readonly message: { readonly id: string; readonly kind: string; readonly at: Date };
};
type Props = {
  readonly delivery: ListedDelivery;
  readonly endpoint: string;
  /** Null where nothing can be sent. */
  readonly again: ((form: FormData) => Promise<void>) | null;
};

const LOOKS = {
  pending: [Clock, "text-warning"],
  delivered: [CircleCheck, "text-success"],
  failed: [CircleX, "text-error"],
  cancelled: [Undo2, "text-base-content/70"],
} as const;

export function DeliveryLine({ delivery, endpoint, again }: Props) {
  const t = useTranslations("connections");
  const { id, state, message } = delivery;
  const [Icon, dress] = LOOKS[state];
  const isOver = state === "delivered" || state === "failed";
  const event = t(`event.${eventKey(message.kind)}`);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-4">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className={`inline-flex items-center gap-1.5 self-center font-semibold text-sm ${dress}`}>
            <Icon className="size-4 shrink-0" aria-hidden="true" /> {t(`deliveries.state.${state}`)}
          </span>
          <span className="font-semibold">{event}</span>
          <span className="num text-base-content/70 text-sm">
            <Moment at={message.at} />
          </span>
        </p>
        <Outcome delivery={delivery} />
        <Details delivery={delivery} />
      </div>
      {isOver && again && (
        <form action={again}>
          <input type="hidden" name="endpoint" value={endpoint} />
          <input type="hidden" name="delivery" value={id} />
          <SubmitButton pending={t("saving")} className="btn btn-quiet min-h-11">
            {t("deliveries.resend")}
            <span className="sr-only">: {event}</span>
          </SubmitButton>
        </form>
      )}
    </li>
  );
}

/** What the latest try gave, and when the next one comes. */
function Outcome({ delivery }: Pick<Props, "delivery">) {
  const t = useTranslations("connections.deliveries");
  const { state, tries, nextTryAt, nextTryAsked, statusCode, durationMs, fault } = delivery;
  const parts = [
    statusCode !== null && t("answered", { status: String(statusCode) }),
    fault !== null && t("noAnswer", { fault }),
    durationMs !== null && t("took", { ms: String(durationMs) }),
    tries > 0 && t("tries", { count: tries }),
  ].filter(Boolean);
  return (
    <p className="num text-base-content/75 text-sm">
      {parts.join(" · ")}
      {state === "cancelled" && t("cancelledWhy")}
      {state === "pending" && tries > 0 && (
        <>
          {" · "}
          {t("next")} <Moment at={nextTryAt} />
          {nextTryAsked && ` (${t("asked")})`}
        </>
      )}
    </p>
  );
}

function Details({ delivery: { answer, message } }: Pick<Props, "delivery">) {
  const t = useTranslations("connections.deliveries");
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer py-3 text-base-content/75">
        {t("details")}
        <span className="sr-only">
          : <Moment at={message.at} />
        </span>
      </summary>
      <p>
        {t("id")}: <code className="break-all font-mono">msg_{message.id.replaceAll("-", "")}</code>
      </p>
      {answer && (
        <>
          <p className="mt-2">{t("answer")}:</p>
          <p className="mt-1 whitespace-pre-wrap break-all rounded-field bg-base-200 p-3 font-mono">{answer}</p>
        </>
      )}
    </details>
  );
}
