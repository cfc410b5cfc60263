import type { Speaker } from "./diagnosed.ts";
import type { Finding } from "./finding.ts";
import { entryOf, type Reading } from "./reading.ts";
import type { SpeakerRule } from "./rule.ts";
import { ELSEWHERE } from "./rules/elsewhere.ts";
import { SPEAKERS } from "./rules/speakers.ts";
import { lastPlaceOf, type Place } from "./words.ts";

type Manner = "borrows" | "says" | "wraps";
export type Speech = { readonly speaker: Speaker; readonly manner: Manner; readonly place: Place };

/** Who but OpenAI speaks in this manner: in the log entry of a place, or anywhere. */
export function strangerIn(reading: Reading, manner: Manner, near?: Place): Speech | null {
  const spoken = SPEAKERS.flatMap((rule) => speechesOf(rule, manner, reading));
  if (near === undefined) return spoken[0] ?? null;
  const entry = entryOf(reading, near.start);
  return spoken.find(({ place }) => entryOf(reading, place.start) === entry) ?? null;
}

function speechesOf(rule: SpeakerRule, manner: Manner, reading: Reading): Speech[] {
  return (rule[manner] ?? []).flatMap((words) => {
    const place = lastPlaceOf(words, reading);
    return place ? [{ speaker: rule.speaker, manner, place }] : [];
  });
}

/** Who but OpenAI has said what was found: others borrow its words, and what is not its own they have anyway. */
export function strangerNear({ weight, place }: Finding, reading: Reading): Speech | null {
  if (namesOpenAiSite(reading)) return null;
  const borrower = strangerIn(reading, "borrows", place);
  if (borrower || weight === "says") return borrower;
  const passing = weight === "codes" || weight === "types" ? strangerIn(reading, "wraps", place) : null;
  const other = strangerIn(reading, "says", place) ?? passing;
  const elsewhere = other || reading.namesOpenAi ? null : elsewhereIn(reading);
  return elsewhere ? { speaker: "other", manner: "says", place: elsewhere } : other;
}

const OPENAI_SITE = /\b(?:platform|help|api|status)\s?\.\s?openai\s?\.\s?com/i;
export const namesOpenAiSite = ({ text }: Reading): boolean => OPENAI_SITE.test(text);

/** What fails is another program, or another site: its headline is no model provider's. */
export function elsewhereIn(reading: Reading): Place | null {
  if (namesOpenAiSite(reading)) return null;
  for (const words of ELSEWHERE) {
    const place = lastPlaceOf(words, reading);
    if (place) return place;
  }
  return otherSiteIn(reading);
}

const SITE = /https?:\/\/([\w.-]{1,100})(\/[^\s"'<>]{0,200})?/gi;
/** Sites that explain errors or belong to the tools in which they are seen, and paths that are the API's wherever it is reached. */
const NEUTRAL_SITE =
  /openai|chatgpt|gpt|n8n|make\.com|integromat|zapier|localhost|127\.0\.0\.1|curl|mozilla|httpstatus|cloudflare|github\.com|langchain|w3\.org|stackoverflow|microsoft|aka\.ms|nodejs|python/i;
const API_PATH = /\/v1\/|\/(?:chat|completions|images|models|responses|embeddings)\b/i;

function otherSiteIn({ text }: Reading): Place | null {
  const sites = [...text.matchAll(SITE)].slice(0, 200);
  const strange = ({ 0: url, 1: host = "", 2: path = "" }: RegExpMatchArray) =>
    !NEUTRAL_SITE.test(host) && !API_PATH.test(path) && url !== "";
  const found = sites.length > 0 && sites.every(strange) ? sites[0] : undefined;
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}
