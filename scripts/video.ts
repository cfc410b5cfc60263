// Makes a module's film from its slides.yaml: the film, its poster and its captions. `npm run video -- <module>`.
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { timecodeOf } from "#domain/course/timecode";
import { PlainError } from "./plain-error.ts";
import { captionsOf } from "./video/captions.ts";
import { encode, requireFfmpeg } from "./video/encode.ts";
import { type Film, readFilm } from "./video/film.ts";
import { drawFrames } from "./video/frames.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const log = (line: string): void => console.log(`[video] ${line}`);

async function makeFilm(film: Film, workshop: string): Promise<void> {
  log(`Drawing ${film.slides.length} slides`);
  const frames = await drawFrames(film, workshop, log);
  log(`Encoding ${timecodeOf(film.seconds)}; this takes about a minute`);
  await encode(film, frames, workshop);
  for (const { locale, file } of film.captions) await writeFile(join(film.folder, file), captionsOf(film, locale));
  for (const file of [film.file, film.poster, ...film.captions.map((captions) => captions.file)]) {
    const { size } = await stat(join(film.folder, file));
    log(`Wrote ${join(film.folder, file)} (${Math.ceil(size / 1000)} kB)`);
  }
}

async function main(module = "modul-1"): Promise<void> {
  requireFfmpeg();
  const film = await readFilm(join(ROOT, "content", module));
  const workshop = await mkdtemp(join(tmpdir(), "rozruch-video-"));
  try {
    await makeFilm(film, workshop);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 1;
});
