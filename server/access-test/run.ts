import "server-only";
import type { Verdict } from "#domain/check/check";
import { verdictOf } from "#domain/check/judgement";
import { log } from "../log/log.ts";
import type { Answer, Check, Probe } from "../provider/check.ts";
import { checksOf } from "../provider/providers.ts";
import type { Keyring } from "../vault/keyring.ts";
import type { Secret } from "../vault/secret.ts";
import {
  type ClaimedTest,
  claim,
  finish,
  GoneError,
  InterruptedError,
  isStillWanted,
  noteStarted,
  noteVerdict,
  traceOf,
} from "./ledger.ts";
import { openKeyOf } from "./opened-key.ts";

/** How soon a call ends after its test was cancelled. */
const LOOK_MS = 1_000;

/**
 * Runs one access test to its end. Safe to run again after a crash: each attempt fences out the writes of the one
 * before, and a test that was cancelled, or whose key was replaced, stops within a second or two.
 */
export async function runAccessTest(testId: string, keyring: Keyring, shutdown: AbortSignal): Promise<void> {
  const test = await claim(testId);
  if (!test) return;
  log.event("test.started", { testId, attempt: test.attempt });
  const key = await openKeyOf(test, keyring);
  try {
    if (key) await runChecks({ test, key, shutdown });
    await finish(test, key ? "completed" : "given_up");
  } catch (error) {
    if (!(error instanceof GoneError)) throw error;
  } finally {
    key?.wipe();
  }
  log.event("test.finished", { testId, attempt: test.attempt });
}

type Run = { readonly test: ClaimedTest; readonly key: Secret; readonly shutdown: AbortSignal };

/** A check that is repeated alone is asked alone; of a whole test, each check that the one before does not make idle. */
async function runChecks(run: Run): Promise<void> {
  const { test } = run;
  let reached = true;
  for (const check of checksOf(test.provider)) {
    if (test.onlyCheck !== null && check.name !== test.onlyCheck) continue;
    if (reached && isAllowed(check, test)) reached = await runCheck(run, check);
    else await skip(test, check);
  }
}

/** Gives what a check gives that was not passed. */
async function skip(test: ClaimedTest, { name }: Check): Promise<false> {
  await noteVerdict(test, name, { state: "skipped" });
  return false;
}

const isAllowed = (check: Check, { imageConsent }: ClaimedTest): boolean =>
  !("needsConsent" in check && check.needsConsent) || imageConsent;

/** Gives whether the checks behind it still mean something. */
async function runCheck(run: Run, check: Check): Promise<boolean> {
  const { test } = run;
  if (!(await isStillWanted(test))) throw new GoneError();
  if (!(await noteStarted(test, check.name))) return skip(test, check);
  const began = performance.now();
  const { verdict, ...seen } = "read" in check ? check.read(run.key) : await ask(run, check);
  const state = verdict.state;
  log.event("check.finished", {
    ...{ testId: test.id, check: check.name, state, ms: Math.round(performance.now() - began) },
    providerRequest: "answer" in seen && seen.answer ? traceOf(seen.answer.reply).requestId : null,
  });
  await noteVerdict(test, check.name, verdict, seen);
  return state === "passed";
}

async function ask({ test, key, shutdown }: Run, probe: Probe): Promise<{ verdict: Verdict; answer: Answer }> {
  const answer = await whileWanted(test, shutdown, (signal) => probe.ask(key, signal));
  // Shut down in the middle: nothing was learnt, and the attempt that takes over asks again.
  if (shutdown.aborted) throw new InterruptedError();
  const waitingUntil = test.waitingUntil.get(probe.name) ?? null;
  return { verdict: verdictOf(probe.name, answer.reply, waitingUntil, new Date()), answer };
}

/** Ends a call whose test nobody wants any more: a picture may take minutes. */
async function whileWanted<Result>(
  test: ClaimedTest,
  shutdown: AbortSignal,
  call: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const gone = new AbortController();
  const look = () => isStillWanted(test).then((isWanted) => isWanted || gone.abort());
  // A look that the database missed is made good by the next one.
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
  try {
    const result = await call(AbortSignal.any([shutdown, gone.signal]));
    if (gone.signal.aborted) throw new GoneError();
    return result;
  } finally {
    clearInterval(timer);
  }
}
