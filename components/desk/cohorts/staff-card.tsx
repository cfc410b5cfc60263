import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { SubmitButton } from "#components/ui/submit-button";

type Member = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: "assistant" | "instructor";
};
type Props = {
  readonly cohort: { readonly id: string; readonly staff: readonly Member[] };
  readonly add: (form: FormData) => Promise<void>;
};

export function StaffCard({ cohort, add }: Props) {
  const [t, role] = [useTranslations("cohorts"), useTranslations("people.roles")];
  return (
    <Card className="p-6" aria-labelledby="staff">
      <h2 id="staff" className="font-bold text-xl">
        {t("staff")}
      </h2>
      <p className="mt-2 max-w-prose text-base-content/80 text-sm">{t("staffLead")}</p>
      {cohort.staff.length === 0 && <p className="mt-3">{t("noStaff")}</p>}
      <ul className="mt-3 divide-y divide-base-300">
        {cohort.staff.map((member) => (
          <li key={member.id} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span className="min-w-0 break-words font-medium">
              {member.name} <span className="font-normal text-base-content/70 text-sm">{member.email}</span>
            </span>
            <span className="badge badge-sm">{role(member.role)}</span>
          </li>
        ))}
      </ul>
      <form action={add} className="mt-4 grid gap-3 sm:grid-cols-2">
        <input type="hidden" name="cohort" value={cohort.id} />
        <label className="font-semibold text-sm">
          {t("staffEmail")}
          <input type="email" name="email" required className="input mt-1.5 h-12 w-full text-base" />
        </label>
        <label className="font-semibold text-sm">
          {t("staffName")}
          <input name="name" maxLength={120} className="input mt-1.5 h-12 w-full text-base" />
        </label>
        <label className="font-semibold text-sm">
          {t("staffRole")}
          <select name="role" className="select mt-1.5 h-12 w-full text-base">
            <option value="assistant">{role("assistant")}</option>
            <option value="instructor">{role("instructor")}</option>
          </select>
        </label>
        <SubmitButton pending={t("saving")} className="btn btn-outline min-h-12 self-end">
          {t("addStaff")}
        </SubmitButton>
      </form>
    </Card>
  );
}
