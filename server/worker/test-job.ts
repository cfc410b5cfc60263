import "server-only";
import { runAccessTest } from "../access-test/run.ts";
import type { JobData } from "../jobs/queues.ts";
import { holdBack } from "../outage/hold.ts";
import { hearScout } from "../outage/scout.ts";
import type { Keyring } from "../vault/keyring.ts";

/** One test: held back while its provider is out of order, else run to its end; a scout's answer is heard. */
export async function doTest(
  { testId, scoutFor }: JobData["access-test"],
  keyring: Keyring,
  shutdown: AbortSignal,
): Promise<void> {
  if (await holdBack(testId, scoutFor)) return;
  await runAccessTest(testId, keyring, shutdown);
  if (scoutFor) await hearScout(testId, scoutFor);
}
