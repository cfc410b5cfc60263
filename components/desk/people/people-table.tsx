import Link from "next/link";
import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";
import type { Role } from "#domain/roster/role";
import { type Acts, PersonActs } from "./person-acts.tsx";

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly cohortId: string;
  readonly cohort: string;
  readonly role: Role;
  readonly firstSignedInAt: Date | null;
  readonly lastActiveAt: Date | null;
};
type Props = {
  readonly people: readonly Person[];
  readonly own: string;
  readonly managed: readonly { readonly id: string; readonly name: string }[];
  /** The question that the list answers, to come back to it. */
  readonly list: string;
  readonly acts: Acts;
};

/** A table on a desk, and a list of cards on a phone: the same rows. */
export function PeopleTable({ people, own, managed, list, acts }: Props) {
  const t = useTranslations("people");
  return (
    <ul className="mt-3 divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
      {people.map((person) => (
        <li
          key={`${person.id} ${person.cohortId}`}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 p-4 text-sm md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_8rem_10rem_9rem]"
        >
          <Name person={person} isOwn={person.id === own} />
          <span className="min-w-0 break-words">{person.cohort}</span>
          <span>
            <span className={`badge badge-sm ${person.role === "student" ? "" : "badge-primary"}`}>
              {t(`roles.${person.role}`)}
            </span>
          </span>
          <span className="num text-base-content/75">
            {person.lastActiveAt && person.firstSignedInAt ? <Moment at={person.lastActiveAt} /> : t("never")}
          </span>
          {managed.some(({ id }) => id === person.cohortId) && (
            <PersonActs person={person} managed={managed} list={list} acts={acts} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Name({ person, isOwn }: { readonly person: Person; readonly isOwn: boolean }) {
  const t = useTranslations("people");
  return (
    <span className="min-w-0 break-words">
      {person.role === "student" ? (
        <Link href={`/desk/students/${person.id}`} className="link link-hover font-semibold">
          {person.name}
        </Link>
      ) : (
        <strong>{person.name}</strong>
      )}
      {isOwn && <span className="text-base-content/70"> ({t("you")})</span>}
      <span className="block text-base-content/70">{person.email}</span>
    </span>
  );
}
