import { realpath } from "node:fs/promises";
import { resolve, sep } from "node:path";
import { PlainError } from "../plain-error.ts";
import { say } from "../processes/report.ts";
import { callOf, misused } from "./call.ts";
import { planOf } from "./import/plan.ts";
import { reportOf } from "./import/report.ts";
import { type Compared, comparedWith, write } from "./import/target.ts";

const USAGE = "usage: npm run content -- import DIR [--into content] [--module NAME] [--dry-run] [--overwrite]";
const OPTIONS = {
  into: { type: "string", default: "content" },
  module: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  overwrite: { type: "boolean", default: false },
} as const;

/** Brings the pages of a MkDocs site over. Nothing is written while something else stands where a file is to go. */
export async function importSite(words: readonly string[]): Promise<number> {
  const call = callOf(words, OPTIONS);
  const [directory, ...more] = call?.names ?? [];
  if (!call || directory === undefined || more.length > 0) return misused(USAGE);
  const { into, module, overwrite, "dry-run": isTrial } = call.options;
  const root = await rootOf(directory, into, module);
  const plan = await planOf({ root, into: resolve(into), module });
  const files = await comparedWith(resolve(into), plan.files);
  for (const line of reportOf({ plan, files, into })) say(line);
  const blocked = files.filter(({ state }) => state === "in the way" || (state === "other" && !overwrite));
  if (blocked.length > 0) return refuse(blocked, isTrial);
  if (isTrial) say("Nothing was written, since this was a trial.");
  else await write(resolve(into), files);
  if (!isTrial) say(`Done. Next: npm run content -- check --dir ${into}`);
  return 0;
}

async function rootOf(directory: string, into: string, module: string | undefined): Promise<string> {
  const root = await realpath(directory).catch(() => null);
  if (root === null) throw new PlainError(`There is no folder ${directory}.`);
  if (`${resolve(into)}${sep}`.startsWith(root + sep))
    throw new PlainError(`${into} lies within ${directory}, so the next run would bring over what this one wrote.`);
  if (module !== undefined && !/^[a-z0-9][a-z0-9_-]*$/.test(module))
    throw new PlainError(`'${module}' is no name of a module: small letters, digits and hyphens, please.`);
  return root;
}

function refuse(blocked: readonly Compared[], isTrial: boolean): number {
  const files = blocked.map(({ to }) => `  ${to}`).join("\n");
  const hint = blocked.some(({ state }) => state === "in the way")
    ? "Some are folders or links: move them away."
    : "--overwrite puts the site's files in their place.";
  console.error(
    `${isTrial ? "Nothing would be" : "Nothing was"} written: something else stands there already.\n${files}\n${hint}`,
  );
  return 1;
}
