import "server-only";
import { CHECKS, type CheckName, type Verdict } from "#domain/check/check";
import { verdictOf } from "#domain/check/judgement";
import { readKey } from "#domain/credential/key-reading";
import { log } from "../log/log.ts";
import type { Answer, Probe } from "../provider/check.ts";
import { OPENAI_PROBES } from "../provider/openai/probes.ts";
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
} from "./ledger.ts";
import { openKeyOf } from "./opened-key.ts";

/**
 * Runs one access test to its end. Safe to run again after a crash: each attempt fences out the writes of the one
 * before, and a test that was cancelled, or whose key was replaced, stops before its next call.
 */
export async function runAccessTest(testId: string, keyring: Keyring, shutdown: AbortSignal): Promise<void> {
  const test = await claim(testId);
  if (!test) return;
  log.event("test.started", { testId, attempt: test.attempt });
  const key = await openKeyOf(test, keyring);
  try {
    if (key) await runChecks(test, key, shutdown);
    await finish(test, key ? "completed" : "given_up");
  } catch (error) {
    if (!(error instanceof GoneError)) throw error;
  } finally {
    key?.wipe();
  }
  log.event("test.finished", { testId, attempt: test.attempt });
}

const PROBES: ReadonlyMap<CheckName, Probe> = new Map(OPENAI_PROBES.map((probe) => [probe.check, probe]));

async function runChecks(test: ClaimedTest, key: Secret, shutdown: AbortSignal): Promise<void> {
  let reached = true;
  for (const check of CHECKS) {
    const probe = PROBES.get(check);
    if (!reached || (probe?.needsConsent && !test.imageConsent)) {
      await noteVerdict(test, check, { state: "skipped" });
      continue;
    }
    reached = await runCheck(test, check, probe, key, shutdown);
  }
}

/** Gives whether the checks behind it still mean something. */
async function runCheck(
  test: ClaimedTest,
  check: CheckName,
  probe: Probe | undefined,
  key: Secret,
  shutdown: AbortSignal,
): Promise<boolean> {
  if (!(await isStillWanted(test))) throw new GoneError();
  await noteStarted(test, check);
  const began = performance.now();
  const { verdict, answer, keyKind } = probe ? await ask(test, probe, key, shutdown) : readOffline(key);
  const state = verdict.state;
  log.event("check.finished", { testId: test.id, check, state, ms: Math.round(performance.now() - began) });
  await noteVerdict(test, check, verdict, { answer, keyKind });
  return state === "passed";
}

type Seen = { verdict: Verdict; answer?: Answer; keyKind?: string };

async function ask(test: ClaimedTest, probe: Probe, key: Secret, shutdown: AbortSignal): Promise<Seen> {
  const answer = await probe.ask(key, shutdown);
  // Shut down in the middle: nothing was learnt, and the attempt that takes over asks again.
  if (shutdown.aborted) throw new InterruptedError();
  const waitingUntil = test.waitingUntil.get(probe.check) ?? null;
  return { verdict: verdictOf(probe.check, answer.reply, waitingUntil, new Date()), answer };
}

/** `openai.format`: without a call. What was stored had passed once; a stricter rule of today may differ. */
function readOffline(key: Secret): Seen {
  const reading = key.use(readKey);
  if (reading.ok) return { verdict: { state: "passed" }, keyKind: reading.kind };
  const isForeign = reading.refusal.code === "other_provider";
  return { verdict: { state: "failed", cause: isForeign ? "key_wrong_provider" : "key_malformed" } };
}
