import "server-only";
import type { Cue } from "#domain/course/captions";
import type { Chapter, Lesson, Module, Video } from "#domain/course/course";
import type { Transcript } from "../course/transcript.ts";
import type { Entry, Sentence } from "./entry.ts";

const SENTENCE_END = /[.?!…]["”’)]?$/;
/** A sentence is spread over so many captions at most; a film without full stops is cut here. */
const MOST_CUES = 4;

/** What is said in a film, chapter by chapter; each sentence with the second at which it begins. */
export function filmEntries(module: Module, video: Video, { locale, cues }: Transcript): readonly Entry[] {
  const watched = module.lessons.filter((lesson) => lesson.video === video.id);
  if (watched.length === 0) return [];
  return chaptersOf(video, sentencesOf(cues)).map(({ at, title, said }) => ({
    kind: "film",
    heading: title,
    trail: video.title,
    text: said.map(({ text }) => text).join("\n"),
    names: "",
    path: "#film",
    at,
    said,
    locale,
    lessons: nearestFirst(watched, at),
    cause: null,
  }));
}

export function sentencesOf(cues: readonly Cue[]): readonly Sentence[] {
  const sentences: { at: number; texts: string[] }[] = [];
  let isOpen = false;
  for (const { at, text } of cues) {
    const last = sentences.at(-1);
    if (isOpen && last) last.texts.push(text);
    else sentences.push({ at: Math.floor(at), texts: [text] });
    isOpen = !SENTENCE_END.test(text.trim()) && (sentences.at(-1)?.texts.length ?? 0) < MOST_CUES;
  }
  return sentences.map(({ at, texts }) => ({ at, text: texts.join(" ") }));
}

/** A film without chapters is one, and so is what is said before the first. */
function chaptersOf({ chapters, title }: Video, sentences: readonly Sentence[]) {
  const whole: Chapter = { at: 0, title };
  const all = chapters[0]?.at === 0 ? chapters : [whole, ...chapters];
  return all
    .map((chapter, place) => {
      const end = all[place + 1]?.at ?? Number.POSITIVE_INFINITY;
      return { ...chapter, said: sentences.filter(({ at }) => at >= chapter.at && at < end) };
    })
    .filter(({ said }) => said.length > 0);
}

/** Several lessons may show one film: first the one with the last step that is shown before that second. */
function nearestFirst(lessons: readonly Lesson[], at: number): readonly Lesson[] {
  const lastStep = ({ steps }: Lesson) =>
    Math.max(-1, ...steps.flatMap((step) => (step.at !== null && step.at <= at ? [step.at] : [])));
  return lessons.toSorted((one, other) => lastStep(other) - lastStep(one));
}
