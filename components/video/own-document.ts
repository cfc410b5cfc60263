import { keep, kept } from "./kept.ts";

/**
 * Whether the policy of the document is that of this page. Someone who came by a link within the portal still has the
 * policy of the page on which they began, which does not know the film's host.
 */
export function isOwnDocument(): boolean {
  const [loaded] = performance.getEntriesByType("navigation");
  return loaded !== undefined && new URL(loaded.name).pathname === location.pathname;
}

const ASKED = "film-asked";

/** Loads the page for itself, and remembers what somebody asked for. */
export function reloadFor(film: string, second: number): void {
  keep(ASKED, `${second} ${film}`, "sessionStorage");
  location.reload();
}

/** The second that was asked for before the page was loaded again; it is told once. */
export function askedBeforeReload(film: string): number | null {
  const [second, asked] = kept(ASKED, "sessionStorage")?.split(" ") ?? [];
  keep(ASKED, null, "sessionStorage");
  return asked === film ? Number(second) : null;
}
