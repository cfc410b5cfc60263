import "server-only";
import { type Finding, inspectContent } from "../check.ts";

/** What the check finds in some of the course's files, in the order in which an author mends it: errors before warnings. */
export async function notesOn(directory: string, files: readonly string[], now: Date): Promise<readonly Finding[]> {
  const { problems } = await inspectContent(directory, { now });
  const own = problems.filter(({ file }) => files.includes(file));
  return own.sort((one, other) => Number(one.severity === "warning") - Number(other.severity === "warning"));
}
