import "server-only";
import { waitingSteps } from "#domain/course/course";
import type { DueLesson } from "#domain/nudge/rule";
import { isUndone } from "#domain/nudge/undone";
import { moduleForEach } from "../course/queries.ts";
import type { Transaction } from "../database/client.ts";
import { STEP_RECORD } from "../progress/queries.ts";

/** Who of these people has something left to do in a lesson of their cohort. */
export async function undoneBy(
  tx: Transaction,
  { slug }: { readonly slug: string },
  lesson: Pick<DueLesson, "module" | "lesson">,
  userIds: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const reader = { cohorts: [slug] };
  const module = (await moduleForEach(tx, "pl", [reader]))(reader);
  const people = await tx.user.findMany({
    where: { id: { in: [...userIds] } },
    select: {
      id: true,
      progress: { select: STEP_RECORD },
      waitingTimers: { where: { until: { gt: now } }, select: { check: true } },
    },
  });
  const isTheirs = ({ progress, waitingTimers }: (typeof people)[number]) =>
    isUndone(
      module,
      lesson,
      progress,
      waitingSteps(
        module,
        waitingTimers.map(({ check }) => check),
      ),
    );
  return new Set(people.filter(isTheirs).map(({ id }) => id));
}
