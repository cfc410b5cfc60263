/** Which runs of four letters a text has, so that most phrases are ruled out without a look at the text. */
export type Runs = Uint8Array;

const LENGTH = 4;
const SIZE = 1 << 16;

/** Four letters in sixteen bits: an older letter is shifted out. Two runs may share a number; then the text is looked at. */
const next = (number: number, code: number): number => ((number << 4) ^ code) & (SIZE - 1);

export function runsIn(letters: string): Runs {
  const runs = new Uint8Array(SIZE);
  let number = 0;
  for (let place = 0; place < letters.length; place += 1) {
    number = next(number, letters.charCodeAt(place));
    if (place >= LENGTH - 1) runs[number] = 1;
  }
  return runs;
}

/** The numbers of a phrase's own runs; none for one that is too short to have any. */
export function runsOf(phrase: string): readonly number[] {
  const numbers: number[] = [];
  let number = 0;
  for (let place = 0; place < phrase.length; place += 1) {
    number = next(number, phrase.charCodeAt(place));
    if (place >= LENGTH - 1) numbers.push(number);
  }
  return numbers;
}

export const mayHave = (runs: Runs, phrase: readonly number[]): boolean => phrase.every((number) => runs[number] === 1);
