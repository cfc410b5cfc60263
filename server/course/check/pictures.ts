import "server-only";
import type { Picture } from "../markdown/pictures.ts";
import { type Problem, warning } from "../problem.ts";
import { referenceLine } from "./reference-line.ts";
import type { Written } from "./written.ts";

/** A telephone on a weak line (1.6 Mbit a second) has it within three seconds. */
const MOST_BYTES = 600_000;
/** Text is 768 pixels wide at most; the sharpest telephones show three of the file's for each of them, rounded up. */
const MOST_WIDTH = 2_400;
/** Unpacked, each takes four bytes: 48 MB for one picture is what an old telephone can still spare. */
const MOST_PIXELS = 12_000_000;

/** Pictures that nobody can read to a blind person, and those that keep a telephone waiting. */
export async function pictureWarnings({ directory, lessons, causes, tools }: Written): Promise<Problem[]> {
  const shown = [...lessons, ...causes, ...tools].flatMap(({ file, page }) =>
    page.pictures.map((own) => ({ file, own })),
  );
  const found = await Promise.all(
    shown.map(async ({ file, own }) => {
      const faults = [...mute(file, own), ...heavy(file, own), ...huge(file, own)];
      const line = faults.length > 0 ? await referenceLine(directory, file, own) : 1;
      return faults.map((fault) => ({ ...fault, line }));
    }),
  );
  return found.flat();
}

function mute(file: string, { line, target, alt }: Picture): Problem[] {
  if (alt.trim() !== "") return [];
  const fix = "say between the square brackets what is to be seen: ![The button Create key](…)";
  return [warning(file, line, `the picture ${target} has no text for those who cannot see it`, fix)];
}

function heavy(file: string, { line, target, bytes }: Picture): Problem[] {
  if (bytes === null || bytes <= MOST_BYTES) return [];
  const message = `the picture ${target} has ${inKilobytes(bytes)}, more than ${inKilobytes(MOST_BYTES)}`;
  return [warning(file, line, message, "save it as WebP, or cut out what matters")];
}

function huge(file: string, { line, target, size }: Picture): Problem[] {
  if (size === null || target.toLowerCase().endsWith(".svg")) return [];
  const { width, height } = size;
  if (width <= MOST_WIDTH && width * height <= MOST_PIXELS) return [];
  const message = `the picture ${target} has ${width} × ${height} pixels`;
  return [warning(file, line, message, `make it ${MOST_WIDTH} pixels wide at most, or cut out what matters`)];
}

const inKilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
