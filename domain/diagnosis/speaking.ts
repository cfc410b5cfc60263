import type { Speaker } from "./diagnosed.ts";
import type { Finding } from "./finding.ts";
import { entryOf, type Reading } from "./reading.ts";
import type { SpeakerRule } from "./rule.ts";
import { SPEAKERS } from "./rules/speakers.ts";
import { elsewhereIn, isOpenAiNearer, namesOpenAiSite } from "./sites.ts";
import { lastPlaceOf, type Place } from "./words.ts";

type Manner = "borrows" | "says" | "names" | "wraps";
export type Speech = { readonly speaker: Speaker; readonly manner: Manner; readonly place: Place };

/** Who but OpenAI speaks in this manner: in the log entry of a place, or anywhere. */
function strangerIn(reading: Reading, manner: Manner, near?: Place): Speech | null {
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
  const other = strangerIn(reading, "says", place) ?? namedNear(place, reading) ?? passing;
  const elsewhere = other || reading.namesOpenAi ? null : elsewhereIn(reading);
  return elsewhere ? { speaker: "other", manner: "says", place: elsewhere } : other;
}

/** Who but OpenAI speaks in a text in which no refusal was found. */
export function strangerAnywhere(reading: Reading): Speech | null {
  if (namesOpenAiSite(reading)) return null;
  const manners: readonly Manner[] = ["borrows", "says", "names", "wraps"];
  return manners.reduce<Speech | null>((speech, manner) => speech ?? strangerIn(reading, manner), null);
}

/** A name is a weak sign: it gives way to OpenAI's, if that stands much nearer. */
function namedNear(place: Place, reading: Reading): Speech | null {
  const named = strangerIn(reading, "names", place);
  return named && !isOpenAiNearer(place, named.place, reading) ? named : null;
}
