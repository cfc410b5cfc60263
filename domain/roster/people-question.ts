import { isRole, type Role } from "./role.ts";

export const ORDERS = ["name", "active", "invited"] as const;
export type Order = (typeof ORDERS)[number];

/** What the list of people is asked for; all of it stands in the address. */
export type PeopleQuestion = {
  readonly words: string;
  readonly cohort: string | null;
  readonly role: Role | null;
  readonly order: Order;
  /** The last one of the page before; null at the beginning. */
  readonly after: Cursor | null;
};

/** The value that is sorted by, then the person, then the cohort: no two rows have one. */
export type Cursor = readonly [string, string, string];

const LONGEST_WORDS = 100;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What is no answer to a question counts as not said. */
export function questionIn(query: Query): PeopleQuestion {
  const said = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  const [role, order, cohort] = [said("role"), said("order"), said("cohort")];
  return {
    words: said("q").replaceAll("\0", "").trim().slice(0, LONGEST_WORDS),
    cohort: UUID.test(cohort) ? cohort : null,
    role: isRole(role) ? role : null,
    order: ORDERS.find((known) => known === order) ?? "name",
    after: cursorIn(said("after")),
  };
}

/** The address of a page of the list. */
export function addressOf({ words, cohort, role, order, after }: PeopleQuestion, path = "/desk/people"): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: words, cohort, role, order: order === "name" ? "" : order }))
    if (value) query.set(name, value);
  if (after) query.set("after", JSON.stringify(after));
  return query.size === 0 ? path : `${path}?${query}`;
}

function cursorIn(text: string): Cursor | null {
  try {
    const read: unknown = JSON.parse(text);
    if (!Array.isArray(read) || read.length !== 3) return null;
    const [key, user, cohort] = read as unknown[];
    const isCursor =
      typeof key === "string" && !key.includes("\0") && UUID.test(String(user)) && UUID.test(String(cohort));
    return isCursor ? [key, String(user), String(cohort)] : null;
  } catch {
    return null;
  }
}
