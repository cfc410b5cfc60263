import "server-only";
import { createHmac } from "node:crypto";
import { webEnvironment } from "../environment.ts";

/** Tells that two students gave the same key, without a hash that could be tried offline against a dump. */
export const fingerprintOf = (key: string): Buffer =>
  createHmac("sha256", Buffer.from(webEnvironment().FINGERPRINT_KEY, "hex")).update(key, "utf8").digest();
