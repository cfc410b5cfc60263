const LEAST_STEM = 3;

/** A light stem: plural, `-ing`, `-ed`, a silent `e` and a doubled consonant go. */
export function englishStem(folded: string): string {
  if (!/^[a-z]{4,}$/.test(folded)) return folded;
  return levelled(participle(singular(folded)));
}

function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function participle(word: string): string {
  if (/[^aeiou]ied$/.test(word)) return `${word.slice(0, -3)}y`;
  const stem = word.replace(/(?:ing|ed)$/, "");
  return stem.length >= LEAST_STEM && /[aeiouy]/.test(stem) ? stem : word;
}

/** Where spelling alone differs: `create`, `creating`; `add`, `adding`; `verify`, `verified`. */
function levelled(word: string): string {
  if (word.length <= LEAST_STEM) return word;
  return word
    .replace(/e$/, "")
    .replace(/([^aeiou])y$/, "$1i")
    .replace(/([^aeiou])\1$/, "$1");
}
