import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SubmitButton } from "#components/ui/submit-button";
import { ROLES } from "#domain/roster/role";
import type { Person } from "./people-table.tsx";

type Action = (form: FormData) => Promise<void>;
export type Acts = { readonly setRole: Action; readonly move: Action; readonly takeBack: Action };
type Cohort = { readonly id: string; readonly name: string };
type Props = {
  readonly person: Person;
  readonly managed: readonly Cohort[];
  readonly list: string;
  readonly acts: Acts;
};

/** What a manager may do with somebody's place, behind one word, so that no row does anything at a slip. */
export function PersonActs({ person, managed, list, acts }: Props) {
  const t = useTranslations("people");
  const others = managed.filter(({ id }) => id !== person.cohortId);
  const forms = { person, list };
  return (
    <details className="md:justify-self-end">
      <summary className="btn btn-quiet min-h-11" aria-label={t("changeOf", { name: person.name })}>
        {t("change")}
      </summary>
      <div className="mt-2 w-56 space-y-4">
        <Place {...forms} act={acts.setRole} button={t("setRole")}>
          <Choice
            name="role"
            label={t("role")}
            chosen={person.role}
            of={ROLES.map((id) => ({ id, name: t(`roles.${id}`) }))}
          />
        </Place>
        {person.role === "student" && others.length > 0 && (
          <Place {...forms} act={acts.move} button={t("move")}>
            <Choice name="to" label={t("moveTo")} of={others} />
          </Place>
        )}
        {person.firstSignedInAt === null && (
          <Place {...forms} act={acts.takeBack} button={t("takeBack")}>
            <p className="text-base-content/75">{t("takeBackLead")}</p>
          </Place>
        )}
      </div>
    </details>
  );
}

type PlaceProps = {
  readonly person: Person;
  readonly list: string;
  readonly act: Action;
  readonly button: string;
  readonly children: ReactNode;
};

function Place({ person, list, act, button, children }: PlaceProps) {
  const t = useTranslations("people");
  return (
    <form action={act}>
      <input type="hidden" name="person" value={person.id} />
      <input type="hidden" name="cohort" value={person.cohortId} />
      <input type="hidden" name="list" value={list} />
      {children}
      <SubmitButton pending={t("saving")} className="btn btn-outline mt-2 min-h-11 w-full">
        {button}
      </SubmitButton>
    </form>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly label: string;
  readonly chosen?: string;
  readonly of: readonly Cohort[];
};

function Choice({ name, label, chosen, of }: ChoiceProps) {
  return (
    <label className="block font-semibold">
      {label}
      <select name={name} defaultValue={chosen} className="select mt-1 h-11 w-full text-base">
        {of.map(({ id, name: text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
