import "server-only";

/** The innermost system code of a failed call, such as ENOTFOUND; fetch wraps it once or twice. */
export function systemCodeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const inner = systemCodeOf(error.cause);
  if (inner) return inner;
  return "code" in error && typeof error.code === "string" ? error.code : null;
}
