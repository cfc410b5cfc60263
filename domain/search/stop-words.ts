import { folded, wordsIn } from "./word.ts";

/** Words that say nothing of what is looked for; Polish and English, folded. */
const STOP = new Set(
  `a aby ale albo bo by byc co cos czy dla do gdy gdzie go i ich ile im ja jak jaki jakie jaka je jej jego jest jestem juz kiedy
  kto ktora ktore ktory lub ma mam mi moge moj moja moje mozna mnie na nad nam nas nie o od oraz po pod przez przy sa sie ta tak tam
  te tego tej ten to tu tym u w we z za ze zeby dlaczego czemu chce mozesz
  about an and are as at be but by can cannot could did do does for from get got has have how i if in is it its me my no not of on or
  so than that the their then there this to was what when where which who why will with you your`.split(/\s+/),
);

export const saysNothing = (word: string): boolean => STOP.has(folded(word));

/** What one question may ask at most; more are the words of a message, which is known by what it says first. */
const MOST_WORDS = 16;

/** The words that tell, each once; all of them where none does. */
export function tellingWords(question: string): readonly string[] {
  const words = wordsIn(question).map(({ text }) => text);
  const once = words.filter((word, place) => words.findIndex((other) => folded(other) === folded(word)) === place);
  const telling = once.filter((word) => !saysNothing(word));
  return (telling.length > 0 ? telling : once).slice(0, MOST_WORDS);
}
