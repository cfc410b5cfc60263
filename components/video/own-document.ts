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
  sessionStorage.setItem(ASKED, JSON.stringify({ film, second }));
  location.reload();
}

/** The second that was asked for before the page was loaded again; it is told once. */
export function askedBeforeReload(film: string): number | null {
  const kept = sessionStorage.getItem(ASKED);
  sessionStorage.removeItem(ASKED);
  const asked = kept === null ? null : (JSON.parse(kept) as { film: string; second: number });
  return asked?.film === film ? asked.second : null;
}
