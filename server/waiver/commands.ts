import "server-only";
import { withoutSecrets } from "#domain/paste/without-secrets";
import { record } from "../audit/record.ts";
import { database, type Transaction } from "../database/client.ts";
import { lookAgain, PATIENCE_MS } from "../desk/ripples.ts";
import { taughtBy } from "../paste/taught-by.ts";
import type { Manager } from "../viewer.ts";

export const LONGEST_REASON = 1_000;

type Wish = {
  readonly studentIds: readonly string[];
  readonly stepId: string;
  readonly reason: string;
  readonly now: Date;
};

/** Releases students of the manager's own cohorts from a step. Gives how many were not released before. */
export async function waiveStep(manager: Manager, wish: Wish): Promise<number> {
  return database().$transaction(
    async (tx) => {
      const where = { id: { in: [...wish.studentIds] }, ...taughtBy(manager) };
      const people = await tx.user.findMany({ where, orderBy: { id: "asc" }, select: { id: true } });
      const waived: string[] = [];
      for (const { id } of people) if (await waive(tx, manager, id, wish)) waived.push(id);
      await lookAgain(tx, waived, wish.now);
      return waived.length;
    },
    { timeout: PATIENCE_MS },
  );
}

async function waive(
  tx: Transaction,
  manager: Manager,
  userId: string,
  { stepId, reason, now }: Wish,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    INSERT INTO step_progress AS p (user_id, step_id, waived_at) VALUES (${userId}::uuid, ${stepId}, ${now})
    ON CONFLICT (user_id, step_id) DO UPDATE SET waived_at = excluded.waived_at WHERE p.waived_at IS NULL RETURNING 1`;
  if (rows.length === 0) return false;
  const data = { userId, stepId, reason: withoutSecrets(reason), waivedAt: now, waivedBy: manager.id };
  await tx.waiver.create({ data, select: { id: true } });
  await tx.stepEvent.create({ data: { userId, stepId, kind: "waived", at: now }, select: { id: true } });
  await record(tx, { kind: "step.waived", actorId: manager.id, subjectId: userId, facts: { step: stepId } });
  return true;
}

/** Takes a release back. Somebody else's student, or a step that nobody was released from, looks the same: nothing happens. */
export async function endWaiver(
  manager: Manager,
  { studentId: userId, stepId, now }: { readonly studentId: string; readonly stepId: string; readonly now: Date },
): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const { count } = await tx.waiver.updateMany({
      where: { userId, stepId, endedAt: null, user: taughtBy(manager) },
      data: { endedAt: now, endedBy: manager.id },
    });
    if (count === 0) return false;
    await tx.stepProgress.updateMany({ where: { userId, stepId }, data: { waivedAt: null } });
    await tx.stepEvent.create({ data: { userId, stepId, kind: "unwaived", at: now }, select: { id: true } });
    await record(tx, { kind: "step.unwaived", actorId: manager.id, subjectId: userId, facts: { step: stepId } });
    await lookAgain(tx, [userId], now);
    return true;
  });
}
