/** Part of a text that matches, or that does not. */
export type Stretch = { readonly text: string; readonly isFound: boolean };

/** Letters without accents and capitals, one for each of the text's own, so that places stay the same. */
const folded = (text: string): string =>
  Array.from(text.normalize("NFC"), (letter) => {
    const plain = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace("ł", "l").replace("\u00A0", " ");
    return plain.length === letter.length ? plain : letter;
  }).join("");

/** A text cut where it says what is looked for, whatever the accents and capitals; null where it does not. */
export function foundIn(text: string, wanted: string): readonly Stretch[] | null {
  const [letters, part] = [folded(text), folded(wanted.trim())];
  if (part === "" || !letters.includes(part)) return null;
  const whole = text.normalize("NFC");
  const stretches: Stretch[] = [];
  let end = 0;
  for (let place = letters.indexOf(part); place >= 0; place = letters.indexOf(part, end)) {
    if (place > end) stretches.push({ text: whole.slice(end, place), isFound: false });
    end = place + part.length;
    stretches.push({ text: whole.slice(place, end), isFound: true });
  }
  return end < whole.length ? [...stretches, { text: whole.slice(end), isFound: false }] : stretches;
}
