import { folded } from "./word.ts";

/** Endings of nouns, adjectives and verbs, without accents. The longest that fits is taken off. */
const ENDINGS = byLength(
  "a e i o u y ie ia io iu ami iami ach iach om iom ow iow owi iowi owie em iem",
  "ego iego emu iemu ym im ych ich ymi imi ej iej",
  "ac ic ici aci yc yci asz esz isz ysz amy emy imy ymy aja eja am ij yj",
);
/** What makes a noun or a participle of a verb, or looks as if it did. */
const SUFFIXES = byLength("acyjn acj owan ywan ow uj", "ien en an on em om am");
/** Short ones stand in many stems, which must not be left with a syllable. */
const LEAST_LEFT: Readonly<Record<string, number>> = { acyjn: 3, acj: 3, owan: 3, ywan: 3, ow: 3, uj: 3 };
const LEAST_STEM = 3;
const USUAL_LEFT = 4;

function byLength(...lists: readonly string[]): readonly string[] {
  return lists.flatMap((list) => list.split(" ")).sort((one, other) => other.length - one.length);
}

/**
 * A light stem: what the forms of a Polish word have in common, not a word by itself. One ending goes, a softened consonant
 * is written hard (`karcie`, `karta`), one suffix goes, and an `e` that comes and goes (`środek`, `środki`) is left out.
 */
export function polishStem(word: string): string {
  const plain = folded(spelledOut(word.toLowerCase()));
  if (!/^[a-z]{4,}$/.test(plain)) return folded(word);
  const ending = ENDINGS.find((candidate) => fits(plain, candidate, LEAST_STEM)) ?? "";
  const left = plain.slice(0, plain.length - ending.length);
  return withoutFleetingE(hard(withoutSuffix(ending.startsWith("i") ? hardened(left) : firm(left, ending))));
}

const fits = (word: string, ending: string, least: number): boolean =>
  word.length - ending.length >= least && word.endsWith(ending);

/** At the end of a word a soft consonant is written with an accent, elsewhere with an `i`. */
const spelledOut = (word: string): string =>
  word.replace(/[ćńśź]$/, (letter) => `${{ ć: "c", ń: "n", ś: "s", ź: "z" }[letter]}i`);

/** Before an `i`: `kont` in `koncie`, `zgod` in `zgodzie`. */
const hardened = (stem: string): string =>
  stem
    .replace(/c$/, "t")
    .replace(/dz$/, "d")
    .replace(/(.{3})i$/, "$1");

/** A word such as `wiadomosc` that was typed without accents. */
const firm = (stem: string, ending: string): string =>
  (ending === "" ? stem.replace(/([oe]s)c$/, "$1t") : stem).replace(/(.{3})i$/, "$1");

function withoutSuffix(stem: string): string {
  const suffix = SUFFIXES.find((candidate) => fits(stem, candidate, LEAST_LEFT[candidate] ?? USUAL_LEFT)) ?? "";
  return stem.slice(0, stem.length - suffix.length);
}

/** `k` in `przeglądarce`, `r` in `komputerze`, `d` in `sprawdzam`. */
const hard = (stem: string): string =>
  stem
    .replace(/c$/, "k")
    .replace(/(.{2}r)z$/, "$1")
    .replace(/dz$/, "d");

const withoutFleetingE = (stem: string): string => stem.replace(/(.{2}[^aeiouy])e([kl])$/, "$1$2");

/** The word with its last nasal vowel as the other one, since one word may have both: `błąd`, `błędu`. */
export function nasalTwin(word: string): string | null {
  const place = Math.max(word.lastIndexOf("ą", word.length - 2), word.lastIndexOf("ę", word.length - 2));
  if (place < 0) return null;
  return word.slice(0, place) + (word[place] === "ą" ? "ę" : "ą") + word.slice(place + 1);
}
