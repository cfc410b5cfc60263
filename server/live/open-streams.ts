import "server-only";

/** More open tabs than anybody has; each stream keeps a connection of the process. */
const MOST_STREAMS = 12;

/** How many streams of each person this process holds open. */
const open = new Map<string, number>();

/** Counts one more stream of a person, and gives what takes it back; null where there are too many. */
export function enter(personId: string): (() => void) | null {
  const before = open.get(personId) ?? 0;
  if (before >= MOST_STREAMS) return null;
  open.set(personId, before + 1);
  return () => {
    const left = (open.get(personId) ?? 1) - 1;
    if (left > 0) open.set(personId, left);
    else open.delete(personId);
  };
}
