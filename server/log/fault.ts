import "server-only";

export type Fact = string | number | boolean | null;

const FRAMES = 4;

/** The kind of an error and where it arose: the first frames of the stack without the message, which may quote a person. */
export function faultOf(error: unknown): Record<string, Fact> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const at = frames.slice(0, FRAMES).map((line) => line.trim());
  return { error: error.name, code, at: at.join(" < ") };
}
