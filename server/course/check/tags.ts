import "server-only";
import { type Problem, warning } from "../problem.ts";
import type { Written } from "./written.ts";

type Use = { readonly tag: string; readonly file: string; readonly line: number };

/** Two spellings of one tag would be two tags. The spelling that fewer pages have is told. */
export function tagWarnings({ lessons }: Written): Problem[] {
  const uses = lessons.flatMap(({ file, lesson: { tags }, lineOf }) =>
    tags.map((tag, index): Use => ({ tag, file, line: lineOf(["tags", index]) })),
  );
  const alike = Map.groupBy(uses, ({ tag }) => tag.toLocaleLowerCase("pl"));
  return [...alike.values()].flatMap(oddOnes);
}

function oddOnes(uses: readonly Use[]): Problem[] {
  const spellings = [...Map.groupBy(uses, ({ tag }) => tag)].sort(([, one], [, other]) => other.length - one.length);
  const [[usual] = [""], ...others] = spellings;
  return others
    .flatMap(([, odd]) => odd)
    .map(({ tag, file, line }) =>
      warning(file, line, `the tag ${tag} is spelt ${usual} elsewhere`, "spell it the same everywhere"),
    );
}
