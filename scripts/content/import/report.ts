import type { Plan } from "./plan.ts";
import type { Remark } from "./remark.ts";
import type { Compared, State } from "./target.ts";

type Told = { readonly plan: Plan; readonly files: readonly Compared[]; readonly into: string };

/** What is brought where, and what is not: the same for a trial as for the real thing. */
export function reportOf({ plan, files, into }: Told): string[] {
  return [
    ...plan.modules.flatMap(({ slug, title, entries }) => [
      `${into}/${slug}  ${title} (${counted(entries.length, "page")})`,
      ...files.filter(({ to }) => to.startsWith(`${slug}/`)).map((file) => `  ${wordsFor(file)}`),
    ]),
    ...(plan.remarks.length > 0 ? ["", "Left out, or in want of a look:"] : []),
    ...[...plan.remarks].sort(byPlace).map(({ file, line, message }) => `${file}:${line}  ${message}`),
    "",
    totals(plan, files),
  ];
}

const MARKS: Readonly<Record<State, string>> = {
  new: "+",
  same: "=",
  other: "!",
  "in the way": "x",
};

const wordsFor = ({ to, source, state }: Compared): string => `${MARKS[state]} ${source} → ${to}`;

function totals({ modules, remarks }: Plan, files: readonly Compared[]): string {
  const of = (...states: readonly State[]) => files.filter(({ state }) => states.includes(state)).length;
  const counts = `${of("new")} new (+), ${of("same")} as they are already (=), ${of("other", "in the way")} in the way (!)`;
  return `${counted(files.length, "file")} in ${counted(modules.length, "module")}: ${counts}; ${counted(remarks.length, "remark")}`;
}

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

const byPlace = (one: Remark, other: Remark): number =>
  one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1;
