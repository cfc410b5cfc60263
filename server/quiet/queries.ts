import "server-only";
import type { CauseId } from "#domain/cause/cause";
import { type Module, stepsOf } from "#domain/course/course";
import type { Regression } from "#domain/quiet/regression";
import { database } from "../database/client.ts";
import type { Student } from "../viewer.ts";
import { regressionsIn } from "./histories.ts";

/** Whether the student has agreed to quiet looks, and when the last one was. */
export const quietChoiceOf = async (student: Student): Promise<{ isOn: boolean; lastAt: Date | null }> => {
  const { quietRetests, quietTestedAt } = await database().user.findUniqueOrThrow({
    where: { id: student.id },
    select: { quietRetests: true, quietTestedAt: true },
  });
  return { isOn: quietRetests, lastAt: quietTestedAt };
};

export const regressionsOf = (student: Pick<Student, "id">): Promise<readonly Regression[]> =>
  regressionsIn(database(), student.id);

type Needing = { readonly userId: string; readonly cause: CauseId | null; readonly stepId: string | null };

/** For the desk: when what fails now was last seen to work, by student; nothing where it never did. */
export async function workedOnOf(needing: readonly Needing[], module: Module): Promise<ReadonlyMap<string, Date>> {
  const checkOf = new Map(stepsOf(module).map(({ id, check }) => [id, check]));
  const failing = needing.flatMap(({ userId, cause, stepId }) => {
    const check = checkOf.get(stepId ?? "");
    return cause && check ? [{ userId, check }] : [];
  });
  const passes = await lastPasses(failing);
  return new Map(
    failing.flatMap(({ userId, check }) => {
      const at = passes.get(`${userId} ${check}`);
      return at ? [[userId, at] as const] : [];
    }),
  );
}

type Failing = { readonly userId: string; readonly check: string };

/** When each of these checks was last seen to pass, by student and check. */
export async function lastPasses(failing: readonly Failing[]): Promise<ReadonlyMap<string, Date>> {
  if (failing.length === 0) return new Map();
  const rows = await database().$queryRaw<{ user_id: string; check_name: string; at: Date }[]>`
    SELECT t.user_id, r.check_name, max(r.finished_at) AS at
    FROM unnest(${failing.map(({ userId }) => userId)}::uuid[], ${failing.map(({ check }) => check)}::text[]) AS f (user_id, check_name)
    JOIN access_test t ON t.user_id = f.user_id
    JOIN check_result r ON r.test_id = t.id AND r.check_name = f.check_name AND r.state = 'passed'
    GROUP BY t.user_id, r.check_name`;
  return new Map(rows.map(({ user_id, check_name, at }) => [`${user_id} ${check_name}`, at]));
}
