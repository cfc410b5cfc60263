import Link from "next/link";
import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";

type Props = {
  readonly deliveries: readonly {
    readonly userId: string;
    readonly name: string;
    readonly state: "queued" | "sent" | "skipped" | "failed";
    readonly reason: string | null;
    readonly settledAt: Date | null;
  }[];
};

const REASONS = ["gone", "unsubscribed", "solved", "no_longer", "cap"] as const;

/** What became of a message, person by person. */
export function Deliveries({ deliveries }: Props) {
  const t = useTranslations("sent");
  const wordsFor = ({ state, reason }: Props["deliveries"][number]) => {
    const known = REASONS.find((candidate) => candidate === reason);
    if (state === "skipped" && known) return t(`reasons.${known}`);
    return state === "failed" ? t("refused", { code: reason ?? "" }) : t(`states.${state}`);
  };
  return (
    <table className="table mt-6 rounded-box border border-base-300 bg-base-100">
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
            <td className={delivery.state === "failed" ? "text-error" : ""}>{wordsFor(delivery)}</td>
            <td>{delivery.settledAt ? <Moment at={delivery.settledAt} /> : "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
