import "server-only";
import { readKey } from "#domain/credential/key-reading";
import type { OfflineCheck } from "../check.ts";

export const format: OfflineCheck = {
  name: "google.format",
  read: (key) => {
    const reading = key.use((text) => readKey(text, "google"));
    return reading.ok
      ? { verdict: { state: "passed" }, keyKind: reading.kind }
      : { verdict: { state: "failed", cause: "google_key_invalid" } };
  },
};
