import { SITUATIONS, type Situation, type SituationId } from "./situations.ts";

// Put together at run time, so that nothing in the repository looks like a key.
const MARKER = ["T3Blbk", "FJ"].join("");
const OURS = new RegExp(`^sk-proj-([a-z0-9_]+)-[\\w-]*${MARKER}[\\w-]*TEST$`);

/** A key that stands for a situation. `owner` ([A-Za-z0-9_-]) sets two students with the same situation apart. */
export function keyOf(situation: SituationId, owner = ""): string {
  const start = `${situation}-${owner}`.padEnd(74, "x");
  return `${["sk", "proj", start].join("-")}${MARKER}${"x".repeat(70)}TEST`;
}

export const KEYS = Object.fromEntries(SITUATIONS.map(({ id }) => [id, keyOf(id)])) as Record<SituationId, string>;

export function situationOf(key: string): Situation | null {
  const id = OURS.exec(key)?.[1];
  return SITUATIONS.find((situation) => situation.id === id) ?? null;
}
