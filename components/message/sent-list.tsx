import Link from "next/link";
import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";

type Counts = Readonly<Record<"sent" | "queued" | "failed" | "bounced" | "skipped", number>>;
type Props = {
  readonly messages: readonly (Counts & {
    readonly id: string;
    readonly subject: string;
    readonly createdAt: Date;
    readonly sender: string | null;
  })[];
};

const STATES = ["sent", "queued", "skipped", "failed", "bounced"] as const;

/** What was written, and what became of it. */
export function SentList({ messages }: Props) {
  const t = useTranslations("sent");
  if (messages.length === 0) return <p className="mt-2 max-w-prose text-base-content/75">{t("none")}</p>;
  return (
    <ul className="mt-4 divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
      {messages.map(({ id, subject, createdAt, sender, ...counts }) => (
        <li key={id} className="relative px-5 py-4 hover:bg-base-200/60">
          <Link href={`/desk/messages/${id}`} className="font-semibold after:absolute after:inset-0">
            {subject}
          </Link>
          <p className="num text-base-content/70 text-sm">
            {sender ?? t("nobody")} · <Moment at={createdAt} />
          </p>
          <p className="num mt-1 text-sm">
            {STATES.filter((state) => counts[state] > 0)
              .map((state) => t(`counts.${state}`, { count: counts[state] }))
              .join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
