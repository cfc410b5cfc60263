import { diagnoseText } from "#domain/diagnosis/diagnose-text";
import type { Diagnosis } from "#domain/diagnosis/diagnosed";
import { HEAD_CHARACTERS, TAIL_CHARACTERS } from "#domain/diagnosis/plain-text";

const SURE = {
  high: "high: the text itself says it",
  medium: "medium: the text says it in words that others use too",
  low: "low: the text does not contain the cause",
} as const;

/** One diagnosis, for a person at the keyboard. */
export function diagnosisInWords(text: string): readonly string[] {
  const { cause, confidence, evidence, candidates, speaker, tool }: Diagnosis = diagnoseText(text);
  const left = text.length - HEAD_CHARACTERS - TAIL_CHARACTERS;
  return [
    `cause:      ${cause}`,
    `confidence: ${SURE[confidence]}`,
    `speaker:    ${speaker ?? "not to be told"}`,
    ...(tool === null ? [] : [`seen in:    ${tool}`]),
    ...evidence.map(({ words }) => `evidence:   ${words}`),
    ...(candidates.length === 0 ? [] : [`may be:     ${candidates.join(", ")}`]),
    ...(left > 0 ? [`not read:   ${left} characters after the first ${HEAD_CHARACTERS}`] : []),
  ];
}
