import { check } from "./content/check.ts";
import { importSite } from "./content/import.ts";
import { render } from "./content/render.ts";
import { runCommand } from "./processes/report.ts";

/** `npm run content -- VERB …`: what authors do with the course's pages; `check` where no verb is named. */

/** Each is a file of scripts/content/, takes the words behind its name and gives the exit code. */
const VERBS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  check,
  import: importSite,
  render,
};

await runCommand(async () => {
  const words = process.argv.slice(2);
  const isNamed = words.length > 0 && !words[0]?.startsWith("-");
  const [name = "", ...rest] = isNamed ? words : ["check", ...words];
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (verb) return verb(rest);
  console.error(`There is no '${name}'. usage: npm run content -- ${Object.keys(VERBS).join(" | ")} …`);
  return 2;
});
