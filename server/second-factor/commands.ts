import "server-only";
import { done, type Outcome, refused } from "#domain/outcome";
import { type AuditKind, record } from "../audit/record.ts";
import { database, type Transaction } from "../database/client.ts";
import { countUses } from "../limit/limit.ts";
import { log } from "../log/log.ts";
import { type RenewedSession, renewSession } from "../session/renew.ts";
import { tellOfDoorLater } from "../sign-in/letter.ts";
import { readCode } from "../sign-in/token.ts";
import type { FactorOwner, Halfway, Person } from "../viewer.ts";
import { offeredSecret, openSecret, sealSecret } from "./app-secret.ts";
import { isFactorRequired } from "./queries.ts";
import { replaceCodes, useCode } from "./recovery.ts";
import { stepOf } from "./totp.ts";

type Refusal = "wrong_code" | "too_many" | "expired";
type Shown = Outcome<RenewedSession, Refusal>;

/** Lets a session on for the six digits that the app shows now. Digits that were used once are wrong from then on. */
export const showDigits = ({ id: userId }: Halfway, digits: string, token: string, now: Date): Promise<Shown> =>
  show(userId, token, now, { kind: "login.second_factor_shown", isRight: (tx) => useDigits(tx, userId, digits, now) });

/** The same for one of the codes that were written down for the day on which the app is gone. */
export const showRecoveryCode = ({ id: userId }: Halfway, typed: string, token: string, now: Date): Promise<Shown> =>
  show(userId, token, now, { kind: "login.recovery_code_used", isRight: (tx) => useCode(tx, userId, typed, now) });

type Attempt = { readonly kind: AuditKind; readonly isRight: (tx: Transaction) => Promise<boolean> };

/** The try is counted before it is compared, so that parallel guesses count too. */
async function show(userId: string, token: string, now: Date, { kind, isRight }: Attempt): Promise<Shown> {
  const limited = await countUses(["second factor by person", userId]);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  return database().$transaction(async (tx) => {
    if (!(await isRight(tx))) {
      await record(tx, { kind: "login.second_factor_refused", actorId: userId, subjectId: userId });
      return refused("wrong_code");
    }
    const renewed = await renewSession(tx, token, now);
    if (!renewed) return refused("expired");
    await record(tx, { kind, actorId: userId, subjectId: userId });
    if (kind === "login.recovery_code_used") await tellOfDoorLater(tx, "recovery_code_used", userId, now);
    return done(renewed);
  });
}

async function useDigits(tx: Transaction, userId: string, digits: string, now: Date): Promise<boolean> {
  const factor = await tx.secondFactor.findUnique({ where: { userId }, select: { secret: true } });
  if (!factor) return false;
  const secret = await openSecret(factor.secret, userId).catch((error: unknown) => {
    // Another AUTH_SECRET than when it was written: the operator's to mend, and told as a wrong code meanwhile.
    log.fault("second_factor.unopened", error);
    return null;
  });
  const step = secret && stepOf(secret, readCode(digits), now);
  if (!step) return false;
  const { count } = await tx.secondFactor.updateMany({
    where: { userId, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  });
  return count === 1;
}

export type SetUp = { readonly codes: readonly string[]; readonly session: RenewedSession };

/**
 * Takes the app whose offered secret gives these digits as the person's second factor, in place of the one before, and
 * gives the recovery codes, which nobody sees again.
 */
export async function setUpApp(
  { id: userId, appSince }: FactorOwner,
  digits: string,
  token: string,
  now: Date,
): Promise<Outcome<SetUp, Refusal>> {
  const limited = await countUses(["second factor by person", userId]);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  const secret = offeredSecret(userId, token, appSince);
  const lastStep = stepOf(secret, readCode(digits), now);
  if (lastStep === null) return refused("wrong_code");
  const factor = { secret: await sealSecret(secret, userId), lastStep, createdAt: now };
  return database().$transaction(async (tx) => {
    const session = await renewSession(tx, token, now);
    if (!session) return refused("expired");
    await tx.secondFactor.upsert({ where: { userId }, create: { userId, ...factor }, update: factor });
    const codes = await replaceCodes(tx, userId);
    await record(tx, { kind: "login.second_factor_set", actorId: userId, subjectId: userId });
    await tellOfDoorLater(tx, "second_factor_set", userId, now);
    return done({ codes, session });
  });
}

/** New recovery codes; the former ones are worth nothing from now on. Null where there is no app that they could stand in for. */
export async function renewRecoveryCodes({ id: userId, appSince }: FactorOwner): Promise<string[] | null> {
  if (!appSince) return null;
  return database().$transaction(async (tx) => {
    const codes = await replaceCodes(tx, userId);
    await record(tx, { kind: "login.recovery_codes_renewed", actorId: userId, subjectId: userId });
    return codes;
  });
}

/** Does without the app from now on, where staff may. */
export async function forgetApp({ id: userId }: Person): Promise<Outcome<null, "required">> {
  if (isFactorRequired()) return refused("required");
  await database().$transaction(async (tx) => {
    const { count } = await tx.secondFactor.deleteMany({ where: { userId } });
    await tx.recoveryCode.deleteMany({ where: { userId } });
    if (count > 0) await record(tx, { kind: "login.second_factor_removed", actorId: userId, subjectId: userId });
  });
  return done(null);
}
