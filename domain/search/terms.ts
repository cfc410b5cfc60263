import { englishStem } from "./english.ts";
import { nasalTwin, polishStem } from "./polish.ts";
import { folded } from "./word.ts";

/**
 * Under what a word is found: itself, and its stem in either language, since a Polish page names the buttons of English
 * screens. Two words are forms of one where they have a term in common.
 */
export function termsOf(word: string): readonly string[] {
  const spelled = word.normalize("NFC").toLowerCase();
  const twin = nasalTwin(spelled);
  const plain = folded(word);
  return [
    ...new Set([plain, polishStem(spelled), ...(twin === null ? [] : [polishStem(twin)]), englishStem(plain)]),
  ].filter((term) => term !== "");
}
