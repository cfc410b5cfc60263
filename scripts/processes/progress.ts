import { say } from "./report.ts";

/** Of long work: how much of how much, how fast, how long still. */
export type Progress = { start(total: number): void; add(count: number): void; end(): void };

const WIDTH = 30;
const LINE_EVERY_MS = 5_000;

/** A bar that moves on a terminal; elsewhere a line every few seconds. */
export function progressOf(title: string, screen: NodeJS.WriteStream = process.stderr): Progress {
  let [total, done, began, told] = [0, 0, Date.now(), Date.now()];
  const show = () => {
    if (screen.isTTY) screen.write(`\r  ${inWords({ title, total, done, ms: Date.now() - began })}\u001b[K`);
    else if (Date.now() - told >= LINE_EVERY_MS) {
      told = Date.now();
      say(`  ${inWords({ title, total, done, ms: told - began })}`);
    }
  };
  return {
    start: (of) => {
      [total, done, began, told] = [of, 0, Date.now(), Date.now()];
      show();
    },
    add: (count) => {
      done += count;
      show();
    },
    end: () => void (screen.isTTY && screen.write("\n")),
  };
}

type Stand = { readonly title: string; readonly total: number; readonly done: number; readonly ms: number };

export function inWords({ title, total, done, ms }: Stand): string {
  const part = total === 0 ? 1 : Math.min(1, done / total);
  const rate = ms > 0 ? (1000 * done) / ms : 0;
  const left = rate > 0 ? `, ${Math.ceil((total - done) / rate)} s left` : "";
  const bar = "█".repeat(Math.round(part * WIDTH)).padEnd(WIDTH, "░");
  return `${title} ${bar} ${Math.floor(part * 100)} %  ${done} of ${total}, ${Math.round(rate)} a second${part < 1 ? left : ""}`;
}
