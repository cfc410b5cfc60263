import "server-only";
import type { Pattern } from "#domain/class/pattern";
import { stepsOf } from "#domain/course/course";
import { database } from "../../database/client.ts";
import { TIME_ZONE } from "../../wording/translator.ts";
import { peopleOf } from "../people.ts";
import type { Class } from "../queries.ts";

/** `done` holds a step's id and, behind a blank, the last day before it on which a step joined the course. */
type Row = Omit<Pattern, "done"> & { readonly done: readonly string[] };

/** Which required steps have been done together, and by how many students: a handful of rows, however many people there are. */
export async function patternsOf(of: Class): Promise<readonly Pattern[]> {
  const steps = of.courses.flatMap(({ module }) => stepsOf(module));
  const joined = [...new Set(steps.flatMap(({ since }) => since ?? []))];
  const rows = await database().$queryRaw<Row[]>`
    WITH ${peopleOf(of)}, done AS (
      SELECT p.user_id, array_agg(p.step_id || coalesce(' ' || (
        SELECT max(day)::text FROM unnest(${joined}::date[]) AS day
        WHERE day <= (least(p.ticked_at, p.proven_at, p.waived_at) AT TIME ZONE ${TIME_ZONE})::date), '')
        ORDER BY p.step_id COLLATE "C") AS done
      FROM people m JOIN step_progress p ON p.user_id = m.user_id AND p.step_id = ANY(m.steps)
      WHERE coalesce(p.ticked_at, p.proven_at, p.waived_at) IS NOT NULL
      GROUP BY p.user_id
    )
    SELECT m.cohorts, coalesce(d.done, '{}') AS done, count(*)::int AS students,
           (count(*) FILTER (WHERE u.first_signed_in_at IS NULL))::int AS absent
    FROM people m JOIN app_user u ON u.id = m.user_id LEFT JOIN done d ON d.user_id = m.user_id
    GROUP BY m.cohorts, d.done`;
  return rows.map(({ done, ...row }) => ({ ...row, done: done.map(doneIn) }));
}

function doneIn(text: string): Pattern["done"][number] {
  const [stepId = "", since = null] = text.split(" ");
  return { stepId, since };
}
