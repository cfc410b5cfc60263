import "server-only";
import { nearest } from "#domain/course/nearest";
import { type Problem, warning } from "../problem.ts";
import type { Written } from "./written.ts";

/** How many people have progress on each step, by the step's id. */
export type InUse = ReadonlyMap<string, number>;

/** Steps that people have ticked or proved, and that no page declares any more. */
export function vanishedWarnings(written: Written, inUse: InUse): Problem[] {
  const { lessons } = written;
  if (!isWhole(written)) return [NOT_COMPARED];
  const places = new Map(
    lessons
      .filter(({ locale }) => locale === "pl")
      .flatMap(({ file, lesson, lineOf }) =>
        lesson.steps.map(({ id }, index) => [id, { file, line: lineOf(["steps", index, "id"]) }] as const),
      ),
  );
  const unused = [...places.keys()].filter((id) => !inUse.has(id));
  return [...inUse]
    .filter(([id]) => !places.has(id))
    .map(([id, people]) => {
      const like = nearest(id, unused);
      const { file, line } = places.get(like ?? "") ?? { file: "", line: 1 };
      return warning(file, line, `${have(people)} progress on the step \`${id}\`, which no page has`, fixOf(id, like));
    });
}

/** The steps of a page that cannot be read are not gone. */
const isWhole = ({ folders, lessons }: Written): boolean =>
  folders.every((folder) =>
    folder.lessons.every((slug) => lessons.some(({ lesson, locale }) => locale === "pl" && lesson.slug === slug)),
  );

const NOT_COMPARED = warning(
  "",
  1,
  "steps on which people have progress were not looked for, since a page cannot be read",
  "mend that page first",
);

const have = (people: number): string => (people === 1 ? "1 person has" : `${people} people have`);

const fixOf = (id: string, like: string | null): string =>
  like === null
    ? "put the step back, or leave it, if it is gone for good"
    : `if \`${like}\` is its new name, call it \`${id}\` again: an id never changes`;
