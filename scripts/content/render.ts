import { renderedFile } from "#server/course/rendered";
import { callOf, misused } from "./call.ts";

const USAGE = "usage: npm run --silent content -- render FILE";

/** Prints the HTML of one page, and nothing else; what is wrong with the page goes to standard error. */
export async function render(words: readonly string[]): Promise<number> {
  const call = callOf(words, {});
  const [file, ...more] = call?.names ?? [];
  if (file === undefined || more.length > 0) return misused(USAGE);
  const page = await renderedFile(file);
  if (page.ok) {
    process.stdout.write(page.value);
    return 0;
  }
  for (const { line, message, fix } of page.problems) console.error(`${file}:${line}  ${message} (${fix})`);
  return 1;
}
