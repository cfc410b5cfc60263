import "server-only";
import { hkdfSync } from "node:crypto";
import { webEnvironment } from "../environment.ts";

const KEY_BYTES = 32;

/** A key of one purpose out of AUTH_SECRET (HKDF, RFC 5869), so that none of them serves for another. */
export const webKey = (purpose: "known browser" | "limit"): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", webEnvironment().AUTH_SECRET, "", `rozruch door: ${purpose}`, KEY_BYTES));
