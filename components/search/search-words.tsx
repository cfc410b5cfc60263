import type { useTranslations } from "next-intl";
import { KINDS, type Kind } from "#domain/search/finding";

type Translate = ReturnType<typeof useTranslations<"search">>;

/** Every sentence that the dialog may need in the browser, so that it is sent no dictionary. */
export type SearchWords = {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly close: string;
  readonly results: string;
  readonly all: string;
  readonly searching: string;
  readonly unreachable: string;
  /** With `{seconds}` in it. */
  readonly tooMany: string;
  readonly nothing: string;
  readonly nearest: string;
  readonly ask: string;
  readonly paste: string;
  readonly keys: string;
  readonly letters: string;
  readonly lettersHint: string;
  readonly kinds: Readonly<Record<Kind, string>>;
};

export const searchWords = (t: Translate): SearchWords => ({
  title: t("title"),
  label: t("label"),
  hint: t("hint"),
  close: t("close"),
  results: t("results"),
  all: t("all"),
  searching: t("searching"),
  unreachable: t("unreachable"),
  tooMany: t("tooManySeconds", { seconds: "{seconds}" }),
  nothing: t("nothing"),
  nearest: t("nearest"),
  ask: t("ask"),
  paste: t("paste"),
  keys: t("keys"),
  letters: t("letters.label"),
  lettersHint: t("letters.hint"),
  kinds: kindWords(t),
});

export const kindWords = (t: Translate): SearchWords["kinds"] =>
  Object.fromEntries(KINDS.map((kind) => [kind, t(`kind.${kind}`)])) as SearchWords["kinds"];
