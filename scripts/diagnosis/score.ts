import { labelled } from "./label.ts";
import type { LabelledMessage } from "./lines.ts";

const NEGATIVE = "none_of_these";

type Answer = { readonly id: string; readonly wanted: string; readonly given: string; readonly confidence: string };

/** How well labelled messages are told apart, as lines to read. */
export function scoreOf(messages: readonly LabelledMessage[]): readonly string[] {
  const answers = messages.map(({ id, cause, text }): Answer => {
    const { cause: given, confidence } = labelled(text);
    return { id, wanted: cause, given, confidence };
  });
  const wrong = answers.filter(({ wanted, given }) => wanted !== given);
  return [
    ...perCause(answers),
    "",
    ...wrong.map(({ id, wanted, given, confidence }) => `wrong: ${id}: ${given} (${confidence}), not ${wanted}`),
    `right in all: ${share(answers.length - wrong.length, answers.length)}`,
    `wrong with high confidence: ${wrong.filter(({ confidence }) => confidence === "high").length}`,
    `negatives called a cause: ${wrong.filter(({ wanted }) => wanted === NEGATIVE).length}`,
  ];
}

function perCause(answers: readonly Answer[]): readonly string[] {
  const causes = [...new Set(answers.map(({ wanted }) => wanted))].sort();
  return causes.map((cause) => {
    const asked = answers.filter(({ wanted }) => wanted === cause);
    return `${cause.padEnd(46)} ${share(asked.filter(({ given }) => given === cause).length, asked.length)}`;
  });
}

const share = (part: number, all: number): string =>
  `${part} of ${all}${all === 0 ? "" : ` (${((100 * part) / all).toFixed(1)} %)`}`;
