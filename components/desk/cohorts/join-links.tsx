import { useTranslations } from "next-intl";
import { useDay } from "#components/ui/day";
import { SubmitButton } from "#components/ui/submit-button";

type Props = {
  readonly links: readonly {
    readonly id: string;
    readonly uses: number;
    readonly mostUses: number;
    readonly expiresAt: Date;
    readonly state: "open" | "full" | "ended" | "closed";
  }[];
  readonly close: (form: FormData) => Promise<void>;
};

export function JoinLinks({ links, close }: Props) {
  const t = useTranslations("roster.invite");
  const day = useDay();
  return (
    <div className="mt-6 border-base-300 border-t pt-5">
      <h3 className="font-semibold">{t("links")}</h3>
      <ul className="num mt-2 divide-y divide-base-300 text-sm">
        {links.map(({ id, uses, mostUses, expiresAt, state }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span>
              <span className={`badge badge-sm ${state === "open" ? "badge-success" : ""}`}>{t(`state.${state}`)}</span>{" "}
              {t("used", { uses, most: mostUses, until: day(expiresAt) })}
            </span>
            {(state === "open" || state === "full") && (
              <form action={close}>
                <input type="hidden" name="link" value={id} />
                <SubmitButton pending={t("closing")} className="btn btn-quiet min-h-11">
                  {t("close")}
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
