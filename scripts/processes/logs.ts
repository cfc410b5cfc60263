import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";

const LARGE_BYTES = 5_000_000;
const TAIL_LINES = 20;

export type Logs = {
  folder: string;
  /** A descriptor to append to, for as long as `work` takes to hand it to a process. */
  open(name: string): number;
  close(descriptor: number): void;
  /** The last lines that were written since this start. */
  tail(name: string): string;
};

export function openLogs(dataDir: string): Logs {
  const folder = join(dataDir, "log");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const begun = new Map<string, number>();
  const fileOf = (name: string) => join(folder, `${name}.log`);
  return {
    folder,
    open: (name) => {
      const file = fileOf(name);
      if (!begun.has(name)) begun.set(name, startOf(file));
      const descriptor = openSync(file, "a", 0o600);
      writeSync(descriptor, `--- ${new Date().toISOString()} ${name}\n`);
      return descriptor;
    },
    close: closeSync,
    tail: (name) => {
      if (!existsSync(fileOf(name))) return "";
      const written = readFileSync(fileOf(name))
        .subarray(begun.get(name) ?? 0)
        .toString();
      return written.trimEnd().split("\n").slice(-TAIL_LINES).join("\n");
    },
  };
}

/** Where this start's lines will begin. A large log becomes the one old log that is kept. */
function startOf(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LARGE_BYTES) return size;
  renameSync(file, `${file}.old`);
  return 0;
}
