import Link from "next/link";
import { useTranslations } from "next-intl";
import { useShortDay } from "#components/quiet/short-day";
import { Lapse } from "#components/ui/lapse";
import { Moment } from "#components/ui/moment";
import type { NeedingView } from "./group.tsx";

type Props = {
  readonly person: NeedingView;
  readonly step: string | null;
  readonly workedAt: Date | null;
  /** In a list, why they need help. */
  readonly cause: string | null;
};

/** The words of the column heads, beside each value on a phone, where the heads are out of sight. */
function Label({ children }: { readonly children: string }) {
  return (
    <span aria-hidden="true" className="text-base-content/70 sm:hidden">
      {children}:{" "}
    </span>
  );
}

export function PersonRow({ person, step, workedAt, cause }: Props) {
  const t = useTranslations();
  const cell = "max-sm:inline-block max-sm:border-0 max-sm:py-0 max-sm:pr-0 max-sm:pl-14";
  const line = "max-sm:block max-sm:border-0 max-sm:py-0.5 max-sm:pr-5 max-sm:pl-14";
  const isTried = person.tries > 0;
  return (
    <tr className="relative border-base-300 hover:bg-base-200/60 has-checked:bg-primary/6 max-sm:block max-sm:border-b max-sm:py-3">
      <td className="max-sm:absolute max-sm:border-0 max-sm:p-0 max-sm:pl-3">
        <label className="-m-3 relative z-10 grid size-11 cursor-pointer place-items-center">
          <input type="checkbox" name="who" value={person.id} className="checkbox checkbox-sm" />
          <span className="sr-only">{t("desk.select", { name: person.name })}</span>
        </label>
      </td>
      <td className={`${line} font-semibold`}>
        <Link className="after:absolute after:inset-0" href={`/desk/students/${person.userId}`}>
          {person.name}
        </Link>
        {person.status === "asked" && (
          <span className="badge badge-sm badge-soft badge-info ml-2">{t("desk.asks")}</span>
        )}
        {person.answeredAt && (
          <span className="block font-normal text-base-content/70 text-sm">
            {t("desk.answered")} <Lapse since={person.answeredAt} form="ago" />
          </span>
        )}
        {person.snoozedUntil && (
          <span className="block font-normal text-base-content/70 text-sm">
            {t("desk.snoozedUntil")} <Moment at={person.snoozedUntil} />
          </span>
        )}
      </td>
      <td className={step ? line : "max-sm:hidden"}>
        {step ?? "–"}
        {workedAt && <WorkedOn at={workedAt} />}
      </td>
      {cause !== null && <td className={line}>{cause}</td>}
      <td className={isTried ? `${cell} sm:text-right` : "text-right max-sm:hidden"}>
        <Label>{t("desk.tries")}</Label>
        {isTried ? person.tries : "–"}
      </td>
      <td className={cell}>
        <Label>{t("desk.since")}</Label>
        <Lapse since={person.since} form="for" />
      </td>
      <td className={cell}>
        <Label>{t("desk.lastActive")}</Label>
        {person.lastActiveAt ? <Lapse since={person.lastActiveAt} form="ago" /> : t("time.never")}
      </td>
      <td className={person.taker ? cell : "max-sm:hidden"}>
        <Label>{t("desk.columns.taker")}</Label>
        {person.taker ? <Taker {...person.taker} /> : "–"}
      </td>
    </tr>
  );
}

function WorkedOn({ at }: { readonly at: Date }) {
  const t = useTranslations("quiet");
  const shortDay = useShortDay();
  return <span className="block text-error text-sm">{t("workedOn", { date: shortDay(at) })}</span>;
}

function Taker({ name, isReader }: { readonly name: string; readonly isReader: boolean }) {
  const t = useTranslations("desk");
  return isReader ? <strong className="font-semibold">{t("you")}</strong> : name;
}
