import "server-only";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import { endBlockers, holdPerson } from "../help/ending.ts";
import { log } from "../log/log.ts";

const BATCH = 100;

/** Part of the sweep: deletes the accounts whose grace is over, each with all that belongs to it. What the audit trail says of them are ids. */
export async function deleteAccountsThatAreDue(now: Date): Promise<void> {
  const due = await database().user.findMany({
    where: { deletionDueAt: { lte: now } },
    select: { id: true },
    take: BATCH,
  });
  for (const { id } of due) await deleteAccount(id, now);
}

async function deleteAccount(id: string, now: Date): Promise<void> {
  const isGone = await database().$transaction(async (tx) => {
    await holdPerson(tx, id);
    // Whoever signed in meanwhile has changed their mind.
    if ((await tx.user.count({ where: { id, deletionDueAt: { lte: now } } })) === 0) return false;
    await endBlockers(tx, { userId: id }, "account_deleted", now);
    const { count } = await tx.user.deleteMany({ where: { id, deletionDueAt: { lte: now } } });
    if (count > 0) await record(tx, { kind: "account.deleted", subjectId: id });
    return count > 0;
  });
  if (isGone) log.event("account.deleted", {});
}
