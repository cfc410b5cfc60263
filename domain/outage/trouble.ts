import type { CauseId } from "../cause/cause.ts";

/** How a provider, or the way to it, can be out of order. A refusal about a key is an answer, and no trouble. */
export type Trouble = "server" | "timeout" | "network";

const TROUBLES: Partial<Record<CauseId, Trouble>> = {
  server_error: "server",
  overloaded: "server",
  gateway_error: "server",
  timeout: "timeout",
  network_error: "network",
};

export const troubleOf = (cause: CauseId | null): Trouble | null => (cause && TROUBLES[cause]) ?? null;

export const TROUBLING_CAUSES = Object.keys(TROUBLES) as readonly CauseId[];

/** System codes of a machine that does not get as far as the network, or finds nobody to ask for the way. */
const NO_WAY_OUT: ReadonlySet<string> = new Set(["ENETUNREACH", "EHOSTUNREACH", "ENETDOWN", "EAI_AGAIN", "ENOTFOUND"]);

/**
 * Whether our own network may be to blame, so that it is worth asking for others. `codes` are the system's of the
 * failures; what vanishes on its way has none, and whoever refuses a connection has been reached.
 */
export function mayBeOurs(trouble: Trouble, codes: readonly (string | null)[]): boolean {
  if (trouble === "server") return false;
  return trouble === "timeout" || codes.some((code) => code === null || NO_WAY_OUT.has(code));
}
