import "server-only";
import { createHmac } from "node:crypto";
import { webKey } from "../door/web-key.ts";

/** What a count is kept under: it tells nobody which address or IP was counted, and is short whatever was typed. */
export const limitKeyOf = (counted: string): string =>
  createHmac("sha256", webKey("limit")).update(counted, "utf8").digest("base64url");
