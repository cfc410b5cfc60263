import "server-only";

/** A warning is told, but fails nothing. */
export type Severity = "error" | "warning";

/** Something an author can mend: where it is, what is wrong, and what to do about it. */
export type Problem = {
  /** Path below the content folder; empty for what stands in no file. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly fix: string;
  /** An error where nothing is said. */
  readonly severity?: Severity;
};

/** A value, or the reasons why there is none. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const warning = (file: string, line: number, message: string, fix: string): Problem => ({
  file,
  line,
  message,
  fix,
  severity: "warning",
});

export const broken = (file: string, line: number, message: string, fix: string): Read<never> => ({
  ok: false,
  problems: [{ file, line, message, fix }],
});
