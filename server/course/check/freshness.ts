import "server-only";
import type { LessonFile } from "../lesson-file.ts";
import { type Problem, warning } from "../problem.ts";
import type { Written } from "./written.ts";

/** The sites that lessons tell of are rebuilt a few times a year; a quarter is how long a page may be believed unseen. */
const BELIEVED_DAYS = 90;
const DAY_MS = 86_400_000;
/** Where a day begins first, it is that much ahead of UTC. */
const FIRST_TO_BEGIN_MS = 14 * 3_600_000;

/** Pages of which nobody knows whether they still tell what is to be seen. */
export const freshnessWarnings = ({ lessons }: Written, now: Date): Problem[] =>
  lessons.flatMap((lesson) => faultOf(lesson, now));

function faultOf({ file, front: { checked }, lineOf }: LessonFile, now: Date): Problem[] {
  const today = now.toISOString().slice(0, 10);
  const follow = `follow the page, mend it, and write checked: ${today} into its front matter`;
  if (checked === null) return [warning(file, 1, "no day is told on which somebody followed this page", follow)];
  const line = lineOf(["checked"]);
  const began = Date.parse(`${checked}T00:00:00Z`);
  if (Number.isNaN(began) || new Date(began).toISOString().slice(0, 10) !== checked)
    return [{ file, line, message: `there is no day ${checked}`, fix: "correct the day" }];
  if (began > now.getTime() + FIRST_TO_BEGIN_MS)
    return [warning(file, line, `${checked} is still to come`, "write the day on which somebody followed the page")];
  const days = Math.floor((now.getTime() - began) / DAY_MS);
  return days > BELIEVED_DAYS ? [warning(file, line, `nobody has followed this page for ${days} days`, follow)] : [];
}
