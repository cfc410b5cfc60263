import { type CauseId, isUnspecified } from "../cause/cause.ts";
import type { Confidence, Diagnosis, Speaker } from "./diagnosed.ts";
import { evidenceOf } from "./evidence.ts";
import { type Finding, foundBy, type Weight } from "./finding.ts";
import { type Reading, readingOf } from "./reading.ts";
import type { Rule } from "./rule.ts";
import { FAILURES } from "./rules/failures.ts";
import { HEADLINES } from "./rules/headlines.ts";
import { REFUSALS } from "./rules.ts";
import { elsewhereIn, namesOpenAiSite, unreachedIn } from "./sites.ts";
import { type Speech, strangerAnywhere, strangerNear } from "./speaking.ts";
import { type StatusFound, saysMore, statusIn } from "./status.ts";
import { toolIn } from "./tool.ts";
import type { Place } from "./words.ts";

/**
 * Why, by whatever a person has pasted. First who speaks, then what is said, then its code, then whether the line or the
 * service failed; a tool's headline or a bare status has candidates, and a text that says none of this is `none_of_these`.
 */
export function diagnoseText(text: string): Diagnosis {
  const reading = readingOf(text);
  return refusalIn(reading) ?? strangeIn(reading) ?? failureIn(reading) ?? headlineIn(reading) ?? nothing(reading);
}

/** Gemini, Groq and others borrow OpenAI's words, so that who stands next to them is asked before what they say. */
function refusalIn(reading: Reading): Diagnosis | null {
  const finding =
    foundBy(REFUSALS, reading, ["says", "hints", "retold"]) ??
    foundBy(REFUSALS, reading, ["codes", "types"]) ??
    foundBy(REFUSALS, reading, ["shapes"]);
  if (!finding) return null;
  const stranger = finding.rule.foreign ? null : strangerNear(finding, reading);
  return stranger
    ? strange(reading, stranger, stranger.manner === "borrows" ? "high" : "medium")
    : refused(reading, finding);
}

function refused(reading: Reading, { rule, weight, place }: Finding): Diagnosis {
  const code = [...(rule.codes ?? []), ...(rule.types ?? [])].find((known) => reading.codes.has(known)) ?? null;
  const sure = weight === "says" || (weight === "hints" && code !== null);
  const { evidence, ...diagnosis } = found(reading, rule, sure ? "high" : "medium", place);
  const isSaid = code === null || evidence.some(({ words }) => words.includes(code));
  return {
    ...diagnosis,
    evidence: isSaid ? evidence : [...evidence, { words: code }],
    speaker: rule.foreign && weight === "says" ? null : "openai",
  };
}

function strangeIn(reading: Reading): Diagnosis | null {
  const speech = strangerAnywhere(reading);
  return speech && strange(reading, speech, "medium");
}

const strange = (reading: Reading, { speaker, place }: Speech, confidence: Confidence): Diagnosis => ({
  ...found(reading, NONE, confidence, place),
  speaker,
});

const NONE: Rule = { cause: "none_of_these" };

/** The service or the line: by its words, else by a status that means nothing else. */
function failureIn(reading: Reading): Diagnosis | null {
  const finding = foundBy(FAILURES, reading, ["says", "hints"]) ?? foundBy(FAILURES, reading, ["codes", "types"]);
  if (!finding) return null;
  const isTransport = finding.rule.cause === "network_error" || finding.rule.cause === "timeout";
  const elsewhere = elsewhereIn(reading, finding.place) ?? (isTransport ? unreachedIn(reading) : null);
  if (elsewhere) return found(reading, NONE, "medium", elsewhere);
  const sure = finding.weight === "says" || (finding.weight === "hints" && namesOpenAiSite(reading));
  return found(reading, finding.rule, sure ? "high" : "medium", finding.place);
}

/** A bare status outweighs what a dump of settings happens to name. */
function headlineIn(reading: Reading): Diagnosis | null {
  const retold = () => foundBy(FAILURES, reading, ["retold"]) ?? foundBy(HEADLINES, reading, ["retold"]);
  const finding = byStatus(statusIn(reading)) ?? foundBy(HEADLINES, reading, ["hints"]) ?? retold();
  if (!finding) return null;
  const elsewhere = elsewhereIn(reading, finding.place);
  if (elsewhere) return found(reading, NONE, "medium", elsewhere);
  if (isUnspecified(finding.rule.cause) && saysMore(reading)) return found(reading, NONE, "low", finding.place);
  return found(reading, finding.rule, "low", finding.place);
}

function byStatus(found: StatusFound | null): Finding | null {
  if (!found) return null;
  const rules: readonly Rule[] = [...REFUSALS, ...FAILURES, ...HEADLINES];
  const rule = rules.find(({ statuses }) => statuses?.includes(found.status)) ?? NONE;
  return { rule, place: found.place, weight: "codes" satisfies Weight };
}

const nothing = (reading: Reading): Diagnosis => ({
  ...found(reading, NONE, "low", { start: 0, end: 0 }),
  evidence: [],
});

function found(reading: Reading, { cause, candidates }: Rule, confidence: Confidence, place: Place): Diagnosis {
  const speaker: Speaker | null = null;
  const likely: readonly CauseId[] = confidence === "high" ? [] : (candidates ?? []);
  return {
    cause,
    confidence,
    evidence: [evidenceOf(reading, place)],
    candidates: likely,
    speaker,
    tool: toolIn(reading),
  };
}
