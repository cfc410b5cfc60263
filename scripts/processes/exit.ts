import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

/** How a process ended, in words, such as `ended with code 1`. */
export type Exit = { words: string; ok: boolean };

export function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ words: `could not be started (${error.message})`, ok: false }));
    child.once("exit", (code, signal) =>
      resolve({ words: signal ? `was ended by ${signal}` : `ended with code ${code}`, ok: code === 0 }),
    );
  });
}

/** False as soon as the process is gone, true when it is still there after `ms`. */
export async function lives(exited: Promise<Exit>, ms: number): Promise<boolean> {
  return (await Promise.race([exited, pause(ms, undefined, { ref: false })])) === undefined;
}

export type Stop = { signal: NodeJS.Signals; graceMs: number; last: NodeJS.Signals };

/** Asks first and insists after `graceMs`. Resolves when the process is gone. */
export async function stopProcess(child: ChildProcess, exited: Promise<Exit>, stop: Stop): Promise<void> {
  if (child.pid === undefined) return;
  child.kill(stop.signal);
  if (await lives(exited, stop.graceMs)) child.kill(stop.last);
  await exited;
}
