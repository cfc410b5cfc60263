import "server-only";
import type { StateBlock } from "markdown-it";

const remembered = new WeakMap<StateBlock, Map<string, ReadonlyMap<number, number>>>();

/** Where the element whose tag begins at `start` of the source ends; null when it never does. Each source is gone through once a tag. */
export function endOfElement(state: StateBlock, tag: string, start: number): number | null {
  const known = remembered.get(state) ?? new Map<string, ReadonlyMap<number, number>>();
  remembered.set(state, known);
  const name = tag.toLowerCase();
  const ends = known.get(name) ?? pairsOf(state.src, name);
  known.set(name, ends);
  return ends.get(start) ?? null;
}

/** What is inside of these is no HTML, so that none of their tags is one of theirs. */
const NO_HTML = new Set(["script", "style", "textarea"]);

/** The start of each opening tag with the end of the closing one that belongs to it. */
function pairsOf(source: string, name: string): ReadonlyMap<number, number> {
  const tags = new RegExp(`<!--[\\s\\S]*?-->|<(/?)${name}(?=[\\s/>])(?:"[^"]*"|'[^']*'|[^'">])*>`, "gi");
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: found, 1: slash, index } of source.matchAll(tags)) {
    if (slash === "" && !(NO_HTML.has(name) && open.length > 0)) open.push(index);
    const begun = slash === "/" ? open.pop() : undefined;
    if (begun !== undefined) ends.set(begun, index + found.length);
  }
  return ends;
}
