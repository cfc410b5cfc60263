import type { HelpNeed, HelpState, HelpStatus } from "./facts.ts";

const CALM: ReadonlySet<HelpState> = new Set(["waiting", "on_track", "finished"]);

export const needsHelp = (status: HelpState): status is HelpNeed => !CALM.has(status);

/** 0 for who has asked, 1 for whoever else needs help, 2 for the rest. */
export function rankOf(status: HelpState): 0 | 1 | 2 {
  if (status === "asked") return 0;
  return needsHelp(status) ? 1 : 2;
}

/** For sorting: who has asked, then who has tried more often, then who has waited longest. */
export function byUrgency(a: HelpStatus, b: HelpStatus): number {
  return rankOf(a.status) - rankOf(b.status) || b.tries - a.tries || timeOf(a.since) - timeOf(b.since);
}

const timeOf = (since: Date | null) => since?.getTime() ?? Number.MAX_SAFE_INTEGER;
