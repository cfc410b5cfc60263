import "server-only";
import { createHmac } from "node:crypto";
import { isSameSecret } from "../door/equal.ts";
import { webKey } from "../door/web-key.ts";
import { hostCookie, hostCookieOptions } from "./door-cookie.ts";

type Cookies = { get(name: string): { value: string } | undefined };

const LIFE_S = 180 * 24 * 60 * 60;
const NAME = "known";

const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1000);

const proofOf = (address: string, since: number): Buffer =>
  createHmac("sha256", webKey("known browser")).update(`${since} ${address}`, "utf8").digest();

/**
 * The header that lets a browser show later that somebody has signed in here with this address. It opens nothing: it
 * keeps strangers, who can only type the address, from using up the mails of its owner.
 */
export function knownBrowserHeader(address: string, now: Date): string {
  const since = secondsOf(now);
  const value = `${since}.${proofOf(address, since).toString("base64url")}`;
  const { secure } = hostCookieOptions();
  return `${hostCookie(NAME)}=${value}; Path=/; Max-Age=${LIFE_S}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** Whether somebody has signed in with this address in this browser. */
export function isKnownBrowser(cookies: Cookies, address: string, now: Date): boolean {
  const [, since, proof] = /^(\d{1,12})\.([\w-]{43})$/.exec(cookies.get(hostCookie(NAME))?.value ?? "") ?? [];
  if (since === undefined || proof === undefined || Number(since) + LIFE_S <= secondsOf(now)) return false;
  return isSameSecret(Buffer.from(proof, "base64url"), proofOf(address, Number(since)));
}
