import "server-only";
import { type Chosen, thresholdsWith } from "#domain/cohort/thresholds";
import { helpStatus } from "#domain/help/help-status";
import { needsHelp } from "#domain/help/urgency";
import { database } from "../database/client.ts";
import { factsOfAll } from "../help/facts.ts";
import { resolvedBy } from "../help/resolved.ts";

export type Preview = { readonly count: number; readonly names: readonly string[] };

const MOST_NAMES = 12;

/** Whom a rule would point at now, from what is known of each student and without writing anything. */
export async function previewOf(cohortId: string, chosen: Chosen, now: Date): Promise<Preview> {
  const students = await database().enrolment.findMany({
    where: { cohortId, role: "student" },
    orderBy: { user: { name: "asc" } },
    select: { userId: true, invitedAt: true, user: { select: { name: true } } },
  });
  const facts = await database().$transaction((tx) =>
    factsOfAll(
      tx,
      students.map(({ userId }) => userId),
    ),
  );
  const resolved = await resolvedBy(database(), "userId", { cohortId });
  const isPointedAt = ({ userId, invitedAt }: (typeof students)[number]) => {
    const known = facts.get(userId);
    if (!known) return false;
    const resolvedAt = resolved.get(userId) ?? null;
    return needsHelp(helpStatus({ ...known, invitedAt, resolvedAt }, thresholdsWith(chosen), now).status);
  };
  const names = students.filter(isPointedAt).map(({ user }) => user.name);
  return { count: names.length, names: names.slice(0, MOST_NAMES) };
}
