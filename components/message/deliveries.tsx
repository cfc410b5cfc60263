import Link from "next/link";
import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";
import { SubmitButton } from "#components/ui/submit-button";
import { bounceReason } from "#domain/mail/bounce";

type Delivery = {
  readonly userId: string;
  readonly name: string;
  readonly state: "queued" | "sent" | "skipped" | "failed" | "bounced";
  readonly reason: string | null;
  readonly settledAt: Date | null;
  readonly mailRefusedAt: Date | null;
};

type Props = {
  readonly messageId: string;
  readonly deliveries: readonly Delivery[];
  readonly again: (form: FormData) => Promise<void>;
};

const REASONS = ["gone", "unsubscribed", "solved", "no_longer", "cap"] as const;

const isLost = ({ state }: Delivery) => state === "failed" || state === "bounced";
const canGoAgain = (delivery: Delivery) => isLost(delivery) && delivery.mailRefusedAt === null;

/** What became of a message, person by person, and another try for what did not arrive. */
export function Deliveries({ messageId, deliveries, again }: Props) {
  const t = useTranslations("sent");
  const count = deliveries.filter(canGoAgain).length;
  return (
    <>
      {count > 1 && (
        <form action={again} className="mt-6">
          <input type="hidden" name="message" value={messageId} />
          <SubmitButton pending={t("againSending")} className="btn btn-outline min-h-11">
            {t("againAll", { count })}
          </SubmitButton>
        </form>
      )}
      <div className="mt-6 overflow-x-auto rounded-box border border-base-300 bg-base-100">
        <table className="table">
          <caption className="sr-only">{t("readers")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("reader")}</th>
              <th scope="col">{t("mail")}</th>
              <th scope="col">{t("when")}</th>
            </tr>
          </thead>
          <tbody className="num">
            {deliveries.map((delivery) => (
              <tr key={delivery.userId} className="border-base-300">
                <th scope="row" className="font-semibold">
                  <Link className="link link-hover" href={`/desk/students/${delivery.userId}`} prefetch={false}>
                    {delivery.name}
                  </Link>
                </th>
                <td>
                  <Fate delivery={delivery} />
                  {canGoAgain(delivery) && (
                    <form action={again}>
                      <input type="hidden" name="message" value={messageId} />
                      <input type="hidden" name="reader" value={delivery.userId} />
                      <SubmitButton pending={t("againSending")} className="btn btn-outline btn-sm mt-1 min-h-11">
                        {t("again")} <span className="sr-only">{t("againTo", { name: delivery.name })}</span>
                      </SubmitButton>
                    </form>
                  )}
                </td>
                <td>{delivery.settledAt ? <Moment at={delivery.settledAt} /> : "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Fate({ delivery }: { readonly delivery: Delivery }) {
  const t = useTranslations("sent");
  const tb = useTranslations("bounce");
  const { state, reason } = delivery;
  const known = REASONS.find((candidate) => candidate === reason);
  if (state === "skipped" && known) return t(`reasons.${known}`);
  if (state === "failed")
    return (
      <span className="text-error">
        {reason === "no_answer" ? t("noAnswer") : t("refused", { code: reason?.replace("smtp_", "") ?? "" })}
      </span>
    );
  if (state === "bounced")
    return (
      <span className="text-error">
        {t("bounced", { reason: tb(bounceReason(reason ?? "")), code: reason ?? "" })}
        {delivery.mailRefusedAt && <span className="block text-base-content">{t("addressFirst")}</span>}
      </span>
    );
  return state === "sent" && reason === "delayed" ? t("delayed") : t(`states.${state}`);
}
