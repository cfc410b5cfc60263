/** What this browser keeps under a name; null where there is nothing, or where it may keep nothing. */
export function kept(name: string, where: "localStorage" | "sessionStorage" = "localStorage"): string | null {
  try {
    return window[where].getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a text under a name, or forgets it for null. */
export function keep(
  name: string,
  text: string | null,
  where: "localStorage" | "sessionStorage" = "localStorage",
): void {
  try {
    if (text === null) window[where].removeItem(name);
    else window[where].setItem(name, text);
  } catch {
    // A browser that may keep nothing begins anew each time.
  }
}
