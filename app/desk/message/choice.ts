import { z } from "zod";
import { isNarrowed, viewIn } from "#domain/desk/view";
import { ruleIn } from "#domain/message/rule";
import type { Choice } from "#server/message/queries";

export type Query = Readonly<Record<string, string | string[] | undefined>>;

const Ids = z.array(z.uuid()).min(1).max(200);

/** Whom the address means: cases or people by their ids, a rule, or a view of the desk. Null where it says nothing. */
export function choiceIn(query: Query): Choice | null {
  const word = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  for (const [name, by] of [
    ["who", "cases"],
    ["to", "people"],
  ] as const) {
    const ids = Ids.safeParse(word(name).split(","));
    if (ids.success) return { by, ids: ids.data };
  }
  const rule = ruleIn(word("rule"));
  if (rule) return { by: "rule", rule };
  const view = viewIn(query);
  return isNarrowed(view) || view.snoozed || word("all") === "yes" ? { by: "view", view } : null;
}
