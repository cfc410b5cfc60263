/** A text as its letters alone, and where each of them stood in it. */
export type Folded = { readonly letters: string; readonly places: Uint32Array };

/**
 * Spaces, signs, capitals and accents count for nothing, so that a wrapped line or a lost backtick changes nothing; letters
 * that are taken for one another on a screenshot (l, I, 1; o, 0; rn, m) are one.
 */
export function fold(text: string): Folded {
  const codes = new Uint16Array(text.length * 2);
  const places = new Uint32Array(text.length * 2);
  let count = 0;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    const folded = code < ASCII ? (FOLDED[code] as number) : foldedCode(code);
    if (folded === 0 || (code === BAR && !isAmongLetters(text, place))) continue;
    const half = folded === M ? R : folded === W ? V : 0;
    if (half !== 0) {
      codes[count] = half;
      places[count++] = place;
    }
    codes[count] = half === R ? N : half === V ? V : folded;
    places[count++] = place;
  }
  return { letters: stringOf(codes.subarray(0, count)), places: places.subarray(0, count) };
}

const ASCII = 128;
const codeOf = (letter: string) => letter.charCodeAt(0);
/** `m` and `w` are written as the two letters that they look like, so that no reading depends on where a word ends. */
const [R, N, M, V, W, BAR] = ["r", "n", "m", "v", "w", "|"].map(codeOf) as [
  number,
  number,
  number,
  number,
  number,
  number,
];
const ALIKE: Readonly<Record<string, string>> = { i: "l", "1": "l", "|": "l", "0": "o", ł: "l" };

const FURTHER = new Map<number, number>();

function foldedCode(code: number): number {
  const known = FURTHER.get(code);
  if (known !== undefined) return known;
  const folded = computed(String.fromCharCode(code));
  FURTHER.set(code, folded);
  return folded;
}

/** The letter that a character counts as, as a code; 0 for one that counts for nothing. */
function computed(character: string): number {
  const letter = character.normalize("NFKD").charAt(0).toLowerCase().charAt(0);
  return letter === "|" || /[\p{L}\p{N}]/u.test(letter) ? codeOf(ALIKE[letter] ?? letter) : 0;
}

const FOLDED = Uint16Array.from({ length: ASCII }, (_, code) => computed(String.fromCharCode(code)));

/** A bar is a letter within a word, and a margin elsewhere. */
const isAmongLetters = (text: string, place: number): boolean =>
  /[a-z]/i.test(text.charAt(place - 1)) || /[a-z]/i.test(text.charAt(place + 1));

/** In slices, since a call takes only so many arguments. */
function stringOf(codes: Uint16Array): string {
  const slices: string[] = [];
  for (let start = 0; start < codes.length; start += 8192)
    slices.push(String.fromCharCode(...codes.subarray(start, start + 8192)));
  return slices.join("");
}
