import { entryOf, type Reading } from "./reading.ts";
import type { Rule } from "./rule.ts";
import { statusIn } from "./status.ts";
import { lastPlaceOf, type Place, type Words } from "./words.ts";

/** What a rule has found in a text, and how much it weighs. */
export type Finding = { readonly rule: Rule; readonly place: Place; readonly weight: Weight };

/** From the provider's own words to what only somebody else has said. */
const WEIGHTS = ["says", "hints", "retold", "codes", "types", "shapes"] as const;
export type Weight = (typeof WEIGHTS)[number];

/**
 * What the text says at the end: the last entry of a log that any rule knows, in it the weightiest words, among those the
 * first rule.
 */
export function foundBy(rules: readonly Rule[], reading: Reading, weights: readonly Weight[]): Finding | null {
  const findings = rules
    .filter((rule) => !isFiner(rule, reading))
    .flatMap((rule) => findingsOf(rule, reading, weights));
  const last = Math.max(...findings.map(({ place }) => entryOf(reading, place.start)));
  const there = findings.filter(({ place }) => entryOf(reading, place.start) === last);
  for (const weight of weights) {
    const finding = there.find((candidate) => candidate.weight === weight);
    if (finding) return finding;
  }
  return null;
}

function isFiner({ unless = [] }: Rule, reading: Reading): boolean {
  const status = unless.some((word) => typeof word === "number") ? (statusIn(reading)?.status ?? null) : null;
  return unless.some((word) => (typeof word === "number" ? word === status : reading.codes.has(word)));
}

function findingsOf(rule: Rule, reading: Reading, weights: readonly Weight[]): Finding[] {
  return weights.flatMap((weight) => {
    const place = lastOf(placesOf(rule, weight, reading));
    return place ? [{ rule, place, weight }] : [];
  });
}

function placesOf(rule: Rule, weight: Weight, reading: Reading): readonly (Place | null)[] {
  if (weight === "codes" || weight === "types") return (rule[weight] ?? []).map((code) => codeAt(code, reading));
  if (weight === "retold" && !reading.retells) return [];
  const places = (rule[weight] ?? []).map((words: Words) => lastPlaceOf(words, reading));
  return weight === "says" ? [...places, echoAt(rule, reading)] : places;
}

function codeAt(code: string, { codes }: Reading): Place | null {
  const start = codes.get(code.toLowerCase());
  return start === undefined ? null : { start, end: start + code.length };
}

function echoAt({ echoes }: Rule, reading: Reading): Place | null {
  const echo = reading.echoes.findLast(({ kind }) => echoes?.includes(kind));
  return echo ? { start: Math.max(0, echo.place - "Incorrect API key provided: ".length), end: echo.place } : null;
}

const lastOf = (places: readonly (Place | null)[]): Place | null =>
  places.reduce((last, place) => (place && (!last || place.end > last.end) ? place : last), null);
