/** Whom a message is for, when nobody was picked by hand. */
export type Rule =
  | { readonly kind: "inactive"; readonly days: number }
  | { readonly kind: "undone"; readonly step: string };

const LONGEST_DAYS = 90;

/** As an address and a row have it: `inactive:3`, `undone:srodki-zakup`; null for what is no rule. */
export function ruleIn(text: string): Rule | null {
  const [, kind = "", about = ""] = /^(inactive|undone):([a-z0-9-]{1,80})$/.exec(text) ?? [];
  if (kind === "undone") return { kind, step: about };
  const days = /^\d{1,2}$/.test(about) ? Number(about) : 0;
  return kind === "inactive" && days >= 1 && days <= LONGEST_DAYS ? { kind, days } : null;
}

export const ruleText = (rule: Rule): string =>
  rule.kind === "inactive" ? `inactive:${rule.days}` : `undone:${rule.step}`;
