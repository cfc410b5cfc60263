/** What stands in place of a secret, and of what belongs to a person. */
const MARKS = { secrets: /\[secret\]/g, personal: /\[(?:email|account|phone|number|card)\]/g } as const;

export type Hidden = { readonly secrets: number; readonly personal: number };

/** How much redacting has hidden. */
export function hiddenBetween(before: string, after: string): Hidden {
  const count = (mark: RegExp) => Math.max(0, countIn(after, mark) - countIn(before, mark));
  return { secrets: count(MARKS.secrets), personal: count(MARKS.personal) };
}

const countIn = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0;
