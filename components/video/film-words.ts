/** The texts of the player in the reader's language, with `{…}` where a time or a name comes. */
export type FilmWords = {
  readonly chapters: string;
  readonly transcript: string;
  readonly search: string;
  readonly found: string;
  readonly nothing: string;
  readonly shortcuts: string;
  readonly letters: string;
  readonly from: string;
  readonly again: string;
  readonly play: string;
  readonly playFrom: string;
  readonly whatClickDoes: string;
  readonly elsewhere: string;
  readonly failed: string;
  readonly deeds: readonly { readonly keys: readonly string[]; readonly words: string }[];
};

/** A text with its `{…}` filled in. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
