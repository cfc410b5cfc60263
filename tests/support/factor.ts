import { URI } from "otpauth";
import { setUpApp } from "#server/second-factor/commands";
import { offeredApp } from "#server/second-factor/queries";
import { adapter } from "#server/sign-in/adapter";
import { hashOf, newToken } from "#server/sign-in/token";
import type { FactorOwner, Halfway, Instructor } from "#server/viewer";
import { anInstructor } from "./cast.ts";
import { ownerDatabase } from "./roles.ts";

export const STEP_MS = 30_000;

// Only server/viewer.ts mints these; a test has no session of a browser, and says with a cast that it stands for one.
export const asOwner = (person: Instructor, appSince: Date | null = null): FactorOwner =>
  ({ ...person, appSince }) as unknown as FactorOwner;
export const asHalfway = (person: Instructor): Halfway =>
  ({ ...person, has: { app: true, passkey: false } }) as unknown as Halfway;

/** A session that has shown no second factor; gives its token. */
export async function aSession({ id: userId }: { readonly id: string }): Promise<string> {
  const token = newToken();
  await adapter.createSession?.({ sessionToken: token, userId, expires: new Date() });
  return token;
}

export const sessionRow = (token: string) =>
  ownerDatabase().session.findUnique({ where: { tokenHash: new Uint8Array(hashOf(token)) } });

/** What the app on somebody's telephone shows after it has scanned `address`. */
export function anApp(address: string) {
  const totp = URI.parse(address);
  return (at: Date): string => totp.generate({ timestamp: at.getTime() } as never);
}

/** An instructor who has set up an app, with what it shows, the codes on paper, and the session in which it happened. */
export async function anInstructorWithApp(now: Date) {
  const instructor = await anInstructor();
  const token = await aSession(instructor);
  const owner = asOwner(instructor);
  const shows = anApp(offeredApp(owner, token).address);
  const outcome = await setUpApp(owner, shows(now), token, now);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return { instructor, half: asHalfway(instructor), shows, codes: outcome.value.codes, session: outcome.value.session };
}

/** In the middle of the half minute that it is now, so that no test stands on its edge. */
export const NOW = new Date(Math.floor(Date.now() / STEP_MS) * STEP_MS + STEP_MS / 2);
