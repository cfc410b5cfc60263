import { closeSync, openSync, readFileSync, readSync } from "node:fs";

const STEP_BYTES = 8 * 1024 * 1024;

/** Which of the needles lie in what a process of Linux holds: its writable memory and its environment. */
export function heldBy(pid: number, needles: readonly Buffer[]): Buffer[] {
  const found = new Set<Buffer>();
  const look = (bytes: Buffer) => {
    for (const needle of needles) if (bytes.includes(needle)) found.add(needle);
  };
  look(readFileSync(`/proc/${pid}/environ`));
  const memory = openSync(`/proc/${pid}/mem`, "r");
  for (const [start, end] of writableRegions(pid)) for (const piece of piecesOf(memory, start, end)) look(piece);
  closeSync(memory);
  return needles.filter((needle) => found.has(needle));
}

const writableRegions = (pid: number): [number, number][] =>
  [...readFileSync(`/proc/${pid}/maps`, "latin1").matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw/gm)].map(([, start, end]) => [
    Number.parseInt(start ?? "", 16),
    Number.parseInt(end ?? "", 16),
  ]);

/** Overlapping a little, so that nothing hides on a seam. */
function* piecesOf(memory: number, start: number, end: number): Generator<Buffer> {
  const buffer = Buffer.alloc(STEP_BYTES);
  for (let at = start; at < end; at += STEP_BYTES - 128) {
    const length = Math.min(STEP_BYTES, end - at);
    const read = tryToRead(memory, buffer, length, at);
    if (read > 0) yield buffer.subarray(0, read);
  }
}

/** A page that the kernel keeps to itself is skipped. */
function tryToRead(memory: number, buffer: Buffer, length: number, at: number): number {
  try {
    return readSync(memory, buffer, 0, length, at);
  } catch {
    return 0;
  }
}
