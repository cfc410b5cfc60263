import "server-only";
import { isCheckName } from "#domain/check/check";
import { SECOND_LOOK_AFTER_MS } from "#domain/quiet/rhythm";
import { database, type Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { standingOf } from "./histories.ts";
import { startQuietTest } from "./look.ts";

/** The second look begins a little later than the rule asks for, so that it never ends too early. */
const MARGIN_MS = 2_000;
/** For so long a second look that got no answer is repeated. */
const TRY_FOR_MS = 24 * 3_600_000;
const WHILE_TESTING_S = 60;
const WHILE_OUT_OF_ORDER_S = 1_800;

/** A quiet look has ended. A first failure is looked at again, and so is none at all after it; a second, long enough after, is told. */
export async function followQuiet(tx: Transaction, { id: testId, userId }: { id: string; userId: string }, now: Date) {
  const test = await tx.accessTest.findUnique({ where: { id: testId }, select: { trigger: true, onlyCheck: true } });
  const check = test?.onlyCheck ?? "";
  if (test?.trigger !== "quiet" || !isCheckName(check)) return;
  const found = await standingOf(tx, userId, check);
  if (!found?.failingSince || +now - +found.failingSince > TRY_FOR_MS) return;
  if (found.regression && found.latest === "failed") {
    const about = found.regression.failingSince.toISOString();
    await enqueue(tx, "letter", { letter: "regressed", userId, check, about });
  } else {
    const startAfter = new Date(now.getTime() + SECOND_LOOK_AFTER_MS + MARGIN_MS);
    await enqueue(tx, "second-look", { testId }, { startAfter });
  }
}

/** Run by the worker ten minutes after a quiet look has failed, if the key is still the same and nothing has passed since. */
export async function lookAgain({ testId }: { testId: string }): Promise<void> {
  const first = await database().accessTest.findUnique({
    where: { id: testId },
    select: {
      userId: true,
      credentialId: true,
      credentialVersion: true,
      onlyCheck: true,
      credential: true,
      user: true,
    },
  });
  const check = first?.onlyCheck ?? "";
  if (!first || !isCheckName(check) || !isStillWanted(first)) return;
  const { userId, credentialId, credentialVersion } = first;
  await database().$transaction(async (tx) => {
    const pause = await pauseFor(tx, userId, first.credential.provider);
    if (pause) return enqueue(tx, "second-look", { testId }, { startAfter: pause });
    const found = await standingOf(tx, userId, check);
    if (found?.failingSince) await startQuietTest(tx, { userId, credentialId, credentialVersion, check });
  });
}

type First = {
  readonly credentialVersion: number;
  readonly credential: { readonly version: number; readonly deletedAt: Date | null };
  readonly user: { readonly quietRetests: boolean; readonly disabledAt: Date | null };
};

const isStillWanted = ({ credential, credentialVersion, user }: First): boolean =>
  user.quietRetests && !user.disabledAt && !credential.deletedAt && credential.version === credentialVersion;

/** In how many seconds to come again, where it would stand in the way now. */
async function pauseFor(tx: Transaction, userId: string, provider: string): Promise<number | null> {
  if ((await tx.incident.count({ where: { provider, endedAt: null } })) > 0) return WHILE_OUT_OF_ORDER_S;
  return (await tx.accessTest.count({ where: { userId, finishedAt: null } })) > 0 ? WHILE_TESTING_S : null;
}
