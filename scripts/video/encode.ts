import { spawn, spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PlainError } from "../plain-error.ts";
import type { Film } from "./film.ts";

const FRAMES_PER_SECOND = 5;
/** A browser can only jump to a keyframe at once, so a link to a second wants one near by. */
const SECONDS_PER_KEYFRAME = 6;
const FILTER = `fps=${FRAMES_PER_SECOND},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p`;

export function requireFfmpeg(): void {
  const { stdout } = spawnSync("ffmpeg", ["-hide_banner", "-encoders"], { encoding: "utf8" });
  if (stdout?.includes("libx264")) return;
  throw new PlainError(
    "ffmpeg with the encoder libx264 was not found, which makes the film. Install it: 'sudo apt-get install ffmpeg' on " +
      "Debian, 'brew install ffmpeg' on a Mac, or a build from ffmpeg.org on Windows.",
  );
}

/** Strings the frames together, each for its slide's time. */
export async function encode(film: Film, frames: readonly string[], folder: string): Promise<void> {
  const [list, chapters] = [join(folder, "frames.ffconcat"), join(folder, "chapters.txt")];
  await writeFile(list, frameList(film, frames));
  await writeFile(chapters, chapterList(film));
  await ffmpeg([
    ...["-f", "concat", "-safe", "0", "-i", list, "-i", chapters],
    ...["-vf", FILTER, "-map", "0:v", "-map_metadata", "1", "-an"],
    ...["-c:v", "libx264", "-preset", "veryslow", "-psy", "0", "-crf", "27", "-pix_fmt", "yuv420p"],
    ...["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"],
    ...["-g", String(FRAMES_PER_SECOND * SECONDS_PER_KEYFRAME)],
    ...["-t", String(film.seconds), "-movflags", "+faststart", join(film.folder, film.file)],
  ]);
}

/** The last frame is named twice, because ffmpeg ignores how long the last entry should stay. */
function frameList({ slides }: Film, frames: readonly string[]): string {
  const entries = slides.map(({ at, end }, index) => `file '${frames[index]}'\nduration ${end - at}`);
  return `ffconcat version 1.0\n${entries.join("\n")}\nfile '${frames.at(-1)}'\n`;
}

function chapterList({ chapters, seconds, title }: Film): string {
  const entries = chapters.map(({ at, title }, index) => {
    const end = chapters[index + 1]?.at ?? seconds;
    return `[CHAPTER]\nTIMEBASE=1/1\nSTART=${at}\nEND=${end}\ntitle=${title.pl}`;
  });
  return `;FFMETADATA1\ntitle=${title.pl}\n${entries.join("\n")}\n`;
}

function ffmpeg(args: readonly string[]): Promise<void> {
  const child = spawn("ffmpeg", ["-hide_banner", "-loglevel", "error", "-y", ...args], { stdio: ["ignore", 1, 2] });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new PlainError(`ffmpeg failed (exit code ${code}).`))));
  });
}
