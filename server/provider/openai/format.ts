import "server-only";
import { readKey } from "#domain/credential/key-reading";
import type { OfflineCheck } from "../check.ts";

/** What was stored had passed once; a stricter rule of today may differ. */
export const format: OfflineCheck = {
  name: "openai.format",
  read: (key) => {
    const reading = key.use((text) => readKey(text, "openai"));
    if (reading.ok) return { verdict: { state: "passed" }, keyKind: reading.kind };
    const isForeign = reading.refusal.code === "other_provider";
    return { verdict: { state: "failed", cause: isForeign ? "key_wrong_provider" : "key_malformed" } };
  },
};
