import "server-only";
import type { Check, Provider } from "./check.ts";
import { GOOGLE } from "./google/google.ts";
import { OPENAI } from "./openai/openai.ts";
import { withoutKey } from "./without-key.ts";

export const PROVIDERS: readonly Provider[] = [OPENAI, GOOGLE];

/** What is asked about a provider's keys, in order; nothing about those of a provider that nobody knows. */
export const checksOf = (provider: string): readonly Check[] =>
  (PROVIDERS.find(({ id }) => id === provider)?.checks ?? []).map(guarded);

/** A call is given up when its patience is over, and nothing of the key comes back from it. */
function guarded(check: Check): Check {
  if ("read" in check) return check;
  const { ask, patienceMs } = check;
  return {
    ...check,
    ask: async (key, signal) =>
      withoutKey(await ask(key, AbortSignal.any([signal, AbortSignal.timeout(patienceMs)])), key),
  };
}
