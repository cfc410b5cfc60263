import "server-only";
import { renderSVG } from "uqr";
import { database } from "../database/client.ts";
import { isDemo } from "../environment.ts";
import type { FactorOwner, Person } from "../viewer.ts";
import { offeredSecret } from "./app-secret.ts";
import { addressOf, inGroups } from "./totp.ts";

/** Whether staff may not do without a second factor. */
export const isFactorRequired = (): boolean => !isDemo();

export type OfferedApp = { readonly address: string; readonly typed: string; readonly picture: string };

/** What an app must be told to show this person's digits: as an address, as letters, and as a picture of both (SVG). */
export function offeredApp({ id, email, appSince }: FactorOwner, token: string): OfferedApp {
  const secret = offeredSecret(id, token, appSince);
  const address = addressOf(secret, email);
  return { address, typed: inGroups(secret), picture: renderSVG(address, { ecc: "M", border: 2 }) };
}

export type OwnFactor = { readonly since: Date; readonly codesLeft: number };

/** Since when a person has an app, and how many recovery codes are left; null where there is none. */
export async function factorOf({ id: userId }: Person): Promise<OwnFactor | null> {
  const [factor, codesLeft] = await Promise.all([
    database().secondFactor.findUnique({ where: { userId }, select: { createdAt: true } }),
    database().recoveryCode.count({ where: { userId, usedAt: null } }),
  ]);
  return factor && { since: factor.createdAt, codesLeft };
}
