import "server-only";
import { z } from "zod";
import { RETRIES, SIDES } from "#domain/cause/remedy";
import { CHECKS } from "#domain/check/check";
import { PROVIDERS } from "#domain/check/provider";
import { LOCALES } from "#domain/course/course";
import { vimeoId, youtubeId } from "#domain/course/film-address";
import { type FilmSource, isAddress } from "#domain/course/film-source";
import { secondsOf } from "#domain/course/timecode";

/** What authors write, as it must look; the messages are read by authors. */

const Text = z.string({ error: "must be a text" }).trim().min(1, "must not be empty");
const Translated = z.object({ pl: Text, en: Text }, { error: "must have a text under pl and one under en" });
const Name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]*$/, "must be of small letters, digits and hyphens, such as klucz-api");

const Time = z.string({ error: 'must be a time in quotes, such as "2:05"' }).transform((text, context) => {
  const seconds = secondsOf(text);
  if (seconds === null) context.addIssue({ code: "custom", message: 'must be a time such as "2:05" or "1:02:03"' });
  return seconds ?? 0;
});

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "must be a day such as 2026-11-20");
/** A day that counts has to be in the calendar. */
const RealDay = Day.refine((day) => isInCalendar(day), "is no day of the calendar");
const isInCalendar = (day: string): boolean =>
  !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);

const Optional = z.boolean({ error: "must be true or false" });
const names = (what: string) =>
  z
    .array(Name, { error: `must be a list of ${what}` })
    .nullable()
    .default([])
    .transform((list): readonly string[] => list ?? []);

const Step = z.object({
  id: Name,
  title: Text,
  anchor: Text,
  summary: Text.default(""),
  at: Time.nullable().default(null),
  check: z
    .enum(CHECKS, { error: `must be one of ${CHECKS.join(", ")}` })
    .nullable()
    .default(null),
  /** What its lesson says, unless it says otherwise. */
  optional: Optional.optional(),
  after: names("steps of the module"),
  since: RealDay.nullable().optional(),
});

/** Keys that are not ours (description, icon, …) are MkDocs's own and are left alone. */
export const LessonFront = z.object({
  /** Parts of the page that MkDocs Material leaves out; of ours that is `toc`. */
  hide: z.array(z.string()).catch([]).default([]),
  title: Text.optional(),
  tags: z.array(z.coerce.string(), { error: "must be a list" }).nullable().default([]),
  minutes: z.int("must be a whole number of minutes").positive().optional(),
  checked: Day.nullable().default(null),
  video: Name.nullable().optional(),
  /** Whose lesson it is; one of another provider than OpenAI is shown where the operator offers that provider. */
  provider: z
    .enum(PROVIDERS, { error: `must be one of ${PROVIDERS.join(", ")}` })
    .nullable()
    .default(null),
  optional: Optional.default(false),
  after: names("lessons of the module"),
  since: RealDay.nullable().default(null),
  /** Who is to see it: the names of cohorts, as `npm run invite` is given them. */
  cohorts: z
    .array(z.string().regex(/^[a-z0-9-]{1,60}$/, "must be the name of a cohort, such as jesien-2026"), {
      error: "must be a list of cohorts",
    })
    .min(1, "must name a cohort; a lesson for everybody has no such line")
    .nullable()
    .default(null),
  steps: z.array(Step, { error: "must be a list of steps" }).nullable().default([]),
});
export type LessonFront = z.output<typeof LessonFront>;

export const CauseFront = z.object({
  title: Text,
  short: Text,
  lesson: Name.nullable().default(null),
  anchor: Text.nullable().default(null),
  at: Time.nullable().default(null),
  retry: z.enum(RETRIES, { error: `must be one of ${RETRIES.join(", ")}` }),
  onWhom: z.enum(SIDES, { error: `must be one of ${SIDES.join(", ")}` }),
  /** Parts of the provider's own message by which it is recognised, with `…` for what varies. */
  words: z
    .array(Text, { error: "must be a list of texts" })
    .nullable()
    .default([])
    .transform((words): readonly string[] => words ?? []),
  settings: z
    .url({ protocol: /^https$/, error: "must be an https:// address" })
    .nullable()
    .default(null),
});
export type CauseFront = z.output<typeof CauseFront>;

export const ToolFront = z.object({ title: Text });
export type ToolFront = z.output<typeof ToolFront>;

/** An id, or an address that has it. */
const idBy = (idOf: (text: string) => string | null, example: string) =>
  z.coerce.string().transform((text, context) => {
    const id = idOf(text);
    if (id === null)
      context.addIssue({ code: "custom", message: `must be the id of a film, or its address: ${example}` });
    return id ?? "";
  });

const Playlist = Text.refine(
  (path) => isAddress(path) || !path.includes("://"),
  "must be a file or an https:// address",
).refine((path) => /\.m3u8(?:[?#]|$)/i.test(path), "must end in .m3u8");

const FilmForm = z.object({
  id: Name,
  title: Translated,
  file: Text.optional(),
  hls: Playlist.optional(),
  youtube: idBy(youtubeId, "https://www.youtube.com/watch?v=…").optional(),
  vimeo: idBy(vimeoId, "https://vimeo.com/…").optional(),
  poster: Text.nullable().default(null),
  seconds: z.number("must be the length of the video in seconds").positive(),
  chapters: z.array(z.object({ at: Time, title: Translated })).default([]),
  captions: z.array(z.object({ locale: z.enum(LOCALES), file: Text })).default([]),
});

type Named = Pick<z.output<typeof FilmForm>, "file" | "hls" | "youtube" | "vimeo">;

const sourcesOf = ({ file, hls, youtube, vimeo }: Named): FilmSource[] => [
  ...(file === undefined ? [] : [{ kind: "file", file } as const]),
  ...(hls === undefined ? [] : [{ kind: "hls", file: hls } as const]),
  ...(youtube === undefined ? [] : [{ kind: "youtube", id: youtube } as const]),
  ...(vimeo === undefined ? [] : [{ kind: "vimeo", id: vimeo } as const]),
];

const Video = FilmForm.transform(({ file, hls, youtube, vimeo, ...video }, context) => {
  const [source, second] = sourcesOf({ file, hls, youtube, vimeo });
  if (source && !second) return { ...video, source };
  const message = "must say where the film is: exactly one of file, hls, youtube and vimeo";
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

export const ModuleForm = z.object({
  title: Translated,
  order: z.number("must be a number"),
  lessons: z.array(Name, { error: "must be a list of page names without .md" }).default([]),
  videos: z.array(Video).default([]),
});
export type ModuleForm = z.output<typeof ModuleForm>;
