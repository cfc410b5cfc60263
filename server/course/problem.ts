import "server-only";

/** Something an author can mend: where it is, what is wrong, and what to do about it. */
export type Problem = {
  /** Path below the content folder. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly fix: string;
};

/** A value, or the reasons why there is none. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const broken = (file: string, line: number, message: string, fix: string): Read<never> => ({
  ok: false,
  problems: [{ file, line, message, fix }],
});
