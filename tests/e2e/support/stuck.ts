import type { Cast } from "../../../scripts/seed/cast.ts";
import type { Page } from "./journey.ts";

const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);
const NO_MONEY = ["passed", "passed", "quota_insufficient"] as const;

/** So many who have met the same refusal three times. */
export async function manyAreStuck(cast: Cast, cohortId: string, count: number): Promise<void> {
  for (let at = 1; at <= count; at++) {
    const { id } = await cast.aStudent({ cohortId, name: `Osoba ${String(at).padStart(2, "0")}` });
    const key = await cast.aSealedKey(id, { situation: "no_credits", storedAt: ago(60) });
    for (const minutes of [30, 20, 10]) await cast.aTest(id, key, { at: ago(minutes), outcome: NO_MONEY });
    await cast.settle(id);
  }
}

/** On the list of who needs help. */
export const rowOf = (desk: Page, name: string) => desk.getByRole("row").filter({ hasText: name });
export const tick = (desk: Page, name: string) => desk.getByRole("checkbox", { name: `Wybierz: ${name}` }).check();
