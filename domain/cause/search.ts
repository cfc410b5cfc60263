/** Whether every word of the question is somewhere in the texts; accents, capitals and signs count for nothing. */
export function answers(question: string, texts: readonly string[]): boolean {
  const text = plain(texts.join("\n"));
  return wordsOf(question).every((word) => text.includes(word));
}

export const wordsOf = (question: string): readonly string[] =>
  plain(question)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** `ł` is a letter of its own, not an `l` with an accent that could be taken away. */
const plain = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ł", "l");
