import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";

const digest = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

/** Whether two secrets are the same, in a time that tells nothing of where they differ. The only comparison of such. */
export const isSameSecret = (one: Uint8Array, other: Uint8Array): boolean =>
  timingSafeEqual(digest(one), digest(other));
