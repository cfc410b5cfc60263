import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "../database/pool.ts";
import { limitKeyOf } from "./limit-key.ts";

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** How many in how long, for whom. People of one school share an address, so addresses get more. */
const LIMITS = {
  "sign-in by address and ip": { points: 5, duration: 15 * MINUTE_S },
  "sign-in by ip": { points: 60, duration: 15 * MINUTE_S },
  // An address that strangers type gets eighty mails a day at most, and the last of their floods is forgotten in hours.
  "sign-in mail by strangers": { points: 20, duration: 6 * HOUR_S },
  "sign-in by owner": { points: 5, duration: 15 * MINUTE_S },
  "sign-in by owner in a day": { points: 40, duration: DAY_S },
  "second factor by person": { points: 10, duration: 15 * MINUTE_S },
  "passkey by ip": { points: 120, duration: 15 * MINUTE_S },
  "elsewhere by ip": { points: 60, duration: 15 * MINUTE_S },
  "code by ip": { points: 60, duration: 15 * MINUTE_S },
  "save key by person": { points: 5, duration: 10 * MINUTE_S },
  // More than the twenty that one household needs: a class behind one school's address saves in the same hour.
  "save key by ip": { points: 60, duration: HOUR_S },
  "test by person": { points: 20, duration: 10 * MINUTE_S },
  "wait by person": { points: 6, duration: HOUR_S },
  "help by person": { points: 10, duration: HOUR_S },
  "message by person": { points: 60, duration: HOUR_S },
  "paste by person": { points: 40, duration: 10 * MINUTE_S },
  "paste by ip": { points: 60, duration: 10 * MINUTE_S },
  "export by person": { points: 5, duration: HOUR_S },
  "search by person": { points: 60, duration: MINUTE_S },
  "search by ip": { points: 120, duration: MINUTE_S },
  // Somebody who types asks several times a second.
  "search as typed by person": { points: 300, duration: MINUTE_S },
  "join by ip": { points: 60, duration: HOUR_S },
  "roster export by person": { points: 20, duration: HOUR_S },
  "roster file by person": { points: 30, duration: HOUR_S },
  "report by person": { points: 10, duration: HOUR_S },
  "screen report by person": { points: 10, duration: DAY_S },
  // Adding, trying and having sent again: each of them calls somebody else's machine.
  "webhook by person": { points: 60, duration: 10 * MINUTE_S },
  "api by token": { points: 300, duration: MINUTE_S },
  "wrong api token by ip": { points: 30, duration: 15 * MINUTE_S },
} as const;

export type LimitName = keyof typeof LIMITS;
export type Limited = { readonly allowed: true } | { readonly allowed: false; readonly retryAfterSeconds: number };

const limiters = new Map<LimitName, RateLimiterPostgres>();

function limiterOf(name: LimitName): RateLimiterPostgres {
  const present = limiters.get(name);
  if (present) return present;
  // The table comes from a migration: the web role may not create one.
  const table = { tableName: "rate_limit", tableCreated: true, storeType: "pool", clearExpiredByTimeout: false };
  const limiter = new RateLimiterPostgres({ storeClient: pool(), keyPrefix: name, ...table, ...LIMITS[name] });
  limiters.set(name, limiter);
  return limiter;
}

/** Counts one use. Where the database does not answer it throws: a limit that cannot count does not let pass. */
export async function countUse(name: LimitName, key: string): Promise<Limited> {
  try {
    await limiterOf(name).consume(limitKeyOf(key));
    return { allowed: true };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { allowed: false, retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) };
  }
}

/** Counts one use of each. The one that is met and lasts longest decides. */
export async function countUses(...uses: readonly (readonly [LimitName, string])[]): Promise<Limited> {
  const counted = await Promise.all(uses.map(([name, key]) => countUse(name, key)));
  const waits = counted.flatMap((limited) => (limited.allowed ? [] : [limited.retryAfterSeconds]));
  return waits.length === 0 ? { allowed: true } : { allowed: false, retryAfterSeconds: Math.max(...waits) };
}
