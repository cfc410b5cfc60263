import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { secondsOf, timecodeOf } from "#domain/course/timecode";
import { PlainError } from "../plain-error.ts";

const timecode = z.string().transform((text, context) => {
  const seconds = secondsOf(text);
  if (seconds !== null) return seconds;
  context.addIssue(`'${text}' is not a time such as 3:23`);
  return z.NEVER;
});
const bilingual = z.strictObject({ pl: z.string().min(1), en: z.string().min(1) });

const Slides = z.strictObject({
  video: z.string(),
  slides: z
    .array(
      z.strictObject({
        at: timecode,
        title: z.string().min(1),
        lines: z.array(z.string().min(1)).min(1).max(3),
        picture: z.string().endsWith(".svg").optional(),
        captions: z.array(bilingual).min(1),
      }),
    )
    .min(1),
});

const Videos = z.object({
  title: bilingual,
  videos: z.array(
    z.object({
      id: z.string(),
      title: bilingual,
      file: z.string(),
      poster: z.string(),
      seconds: z.number().int().positive(),
      chapters: z.array(z.object({ at: timecode, title: bilingual })),
      captions: z.array(z.object({ locale: z.enum(["pl", "en"]), file: z.string() })),
    }),
  ),
});

type DeclaredSlide = z.infer<typeof Slides>["slides"][number];
type DeclaredVideo = z.infer<typeof Videos>["videos"][number];

/** A slide with its place in time; `end` is where the next one begins. */
export type Slide = DeclaredSlide & { readonly end: number; readonly chapter: string };

export type Film = DeclaredVideo & {
  readonly folder: string;
  readonly module: string;
  readonly slides: readonly Slide[];
};

/** Joins slides.yaml with the video of that name in module.yaml, and refuses what would not make a film. */
export async function readFilm(folder: string): Promise<Film> {
  const { video: id, slides } = await readYaml(join(folder, "slides.yaml"), Slides);
  const { title, videos } = await readYaml(join(folder, "module.yaml"), Videos);
  const video = videos.find((candidate) => candidate.id === id);
  if (!video) throw new PlainError(`${folder}/module.yaml: there is no video '${id}', which slides.yaml describes.`);
  const fault = faultOf(slides, video);
  if (fault) throw new PlainError(`${folder}/slides.yaml: ${fault}`);
  const timed = slides.map((slide, index) => ({
    ...slide,
    end: slides[index + 1]?.at ?? video.seconds,
    chapter: video.chapters.findLast((chapter) => chapter.at <= slide.at)?.title.pl ?? "",
  }));
  return { ...video, folder, module: title.pl, slides: timed };
}

async function readYaml<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
  const result = schema.safeParse(parse(await readFile(path, "utf8")));
  if (!result.success) throw new PlainError(`${path}:\n${z.prettifyError(result.error)}`);
  return result.data;
}

function faultOf(slides: readonly DeclaredSlide[], video: DeclaredVideo): string | null {
  if (slides[0]?.at !== 0) return "the first slide must begin at 0:00.";
  const late = slides.find((slide, index) => slide.at >= (slides[index + 1]?.at ?? video.seconds));
  if (late) return `the slide at ${timecodeOf(late.at)} must begin before the one after it, or before the film ends.`;
  const lone = video.chapters.find((chapter) => !slides.some((slide) => slide.at === chapter.at));
  if (lone) return `no slide begins with the chapter at ${timecodeOf(lone.at)}.`;
  return null;
}
