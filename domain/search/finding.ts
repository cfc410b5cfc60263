import type { Locale } from "../course/course.ts";
import type { Piece } from "./passage.ts";

export const KINDS = ["lesson", "section", "step", "cause", "film", "tag"] as const;
export type Kind = (typeof KINDS)[number];

/** One place of the course that a question leads to. */
export type Finding = {
  readonly kind: Kind;
  readonly href: string;
  readonly heading: readonly Piece[];
  /** Where that is: the lesson of a section, the film's lesson. */
  readonly trail: string;
  readonly passage: readonly Piece[];
  /** The second of the film. */
  readonly at: number | null;
  /** The language of the text. */
  readonly locale: Locale;
};

/** What a question has found, best first. */
export type Found = {
  readonly findings: readonly Finding[];
  /** `message`: the first findings explain a message. `some`: nowhere are all the words, so these have some of them. */
  readonly match: "message" | "all" | "some";
  /** Where nothing was found: words of the course that look like those of the question. */
  readonly nearest: readonly string[];
};

export const NOTHING_FOUND: Found = { findings: [], match: "all", nearest: [] };
