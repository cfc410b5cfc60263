import { getTranslations } from "next-intl/server";
import { type PasteWords, pasteWords } from "#components/paste/paste-words";
import { explain, explainPlainly } from "./actions.ts";

export type FormProps = {
  readonly explain: typeof explain;
  readonly explainPlainly: typeof explainPlainly;
  readonly words: PasteWords;
};

/** What the form needs, on its page and in the dialog. */
export const formProps = async (): Promise<FormProps> => ({
  explain,
  explainPlainly,
  words: pasteWords(await getTranslations("paste")),
});
