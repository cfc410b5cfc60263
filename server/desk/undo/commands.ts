import "server-only";
import { done, type Outcome, refused } from "#domain/outcome";
import { database, type Transaction } from "../../database/client.ts";
import type { Prisma } from "../../database/generated/client.ts";
import type { Instructor } from "../../viewer.ts";
import { lookAgain, PATIENCE_MS, tellDesks } from "../ripples.ts";

export const UNDOABLE = ["taken", "snoozed", "resolved"] as const;
export type Undoable = (typeof UNDOABLE)[number];

/** Takes back what the instructor did at that very moment; what has changed since then stays. */
export async function undo(
  instructor: Instructor,
  deed: Undoable,
  at: Date,
  now: Date,
): Promise<Outcome<number, "too_late">> {
  const count = await database().$transaction((tx) => UNDO[deed](tx, instructor, { at, now }), {
    timeout: PATIENCE_MS,
  });
  return count > 0 ? done(count) : refused("too_late");
}

type Moment = { readonly at: Date; readonly now: Date };

const UNDO: Readonly<Record<Undoable, (tx: Transaction, instructor: Instructor, moment: Moment) => Promise<number>>> = {
  taken: (tx, { id }, { at }) =>
    forgotten(tx, { takenBy: id, takenAt: at, closedAt: null }, { takenBy: null, takenAt: null }),
  snoozed: (tx, { id }, { at }) =>
    forgotten(
      tx,
      { snoozedBy: id, snoozedAt: at, closedAt: null },
      { snoozedUntil: null, snoozedBy: null, snoozedAt: null },
    ),
  resolved: async (tx, { id }, { at, now }) => {
    const mine = { closedBy: id, closedAt: at };
    const rows = await tx.blocker.findMany({ where: mine, select: { userId: true } });
    await tx.blocker.updateMany({ where: mine, data: { closedBy: null } });
    const userIds = [...new Set(rows.map(({ userId }) => userId))].sort();
    await reopen(tx, userIds, mine);
    await lookAgain(tx, userIds, now);
    return rows.length;
  },
};

/** Unless the student has asked anew since. */
async function reopen(
  tx: Transaction,
  userIds: readonly string[],
  closed: { closedBy: string; closedAt: Date },
): Promise<void> {
  const open = await tx.helpRequest.findMany({
    where: { userId: { in: [...userIds] }, closedAt: null },
    select: { userId: true },
  });
  const busy = new Set(open.map(({ userId }) => userId));
  const where = { ...closed, userId: { in: userIds.filter((id) => !busy.has(id)) } };
  await tx.helpRequest.updateMany({ where, data: { closedAt: null, closedBy: null } });
}

async function forgotten(
  tx: Transaction,
  where: Prisma.BlockerWhereInput,
  data: Prisma.BlockerUncheckedUpdateManyInput,
): Promise<number> {
  const rows = await tx.blocker.findMany({ where, select: { id: true, cohortId: true } });
  // What a colleague took over in between is theirs.
  const { count } = await tx.blocker.updateMany({ where: { ...where, id: { in: rows.map(({ id }) => id) } }, data });
  await tellDesks(
    tx,
    rows.map(({ cohortId }) => cohortId),
  );
  return count;
}
