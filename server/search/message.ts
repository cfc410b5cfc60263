import "server-only";
import { diagnoseText } from "#domain/diagnosis/diagnose-text";
import { verdictOf } from "#domain/paste/verdict";
import { messageIn } from "#domain/search/question";
import { mayMeet, type Reader } from "#domain/search/reader";
import { type Entry, isFor } from "./entry.ts";
import type { SearchIndex } from "./search-index.ts";

/** What explains a message: the page of its cause, and the section to which that leads. Nothing for a text that is none. */
export function answersTo(index: SearchIndex, question: string, reader: Reader): readonly Entry[] {
  const message = messageIn(question);
  const verdict = message === null ? null : verdictOf(diagnoseText(message));
  if (verdict === null || verdict.kind === "unknown") return [];
  const page = index.entries.find((entry) => entry.cause === verdict.cause && isFor(entry, reader));
  if (!page) return [];
  const section = index.entries.find((entry) => isHelp(entry, index.helpOf.get(verdict.cause), reader));
  return section ? [page, section] : [page];
}

function isHelp(
  { kind, path, lessons: [lesson] }: Entry,
  help: ReturnType<SearchIndex["helpOf"]["get"]>,
  reader: Reader,
) {
  if (!help || !lesson || kind === "film" || kind === "tag") return false;
  return (
    lesson.slug === help.lesson && path === (help.anchor === null ? "" : `#${help.anchor}`) && mayMeet(lesson, reader)
  );
}
