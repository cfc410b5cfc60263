import { setTimeout as pause } from "node:timers/promises";
import { PlainError } from "../plain-error.ts";
import { type Child, type Program, startChild } from "./child.ts";
import type { Exit } from "./exit.ts";
import type { Logs } from "./logs.ts";

/** Something that runs until it is stopped: the database, or a program. */
export type Member = { name: string; exited: Promise<Exit>; stop(): Promise<void> };

export type Supervisor = {
  logs: Logs;
  /** Takes over what is started elsewhere. Without it nothing goes on, so its death is the end. */
  adopt(member: Member): void;
  start(program: Program): void;
  /** Runs a program to its end. */
  run(program: Program, output: "log" | "inherit"): Promise<Exit>;
  /** From now on a program that dies is started again; before, its death is a failed start. */
  settle(): void;
  isSettled(): boolean;
  isStopping(): boolean;
  /** Rejects, with the reason in words, when it cannot go on. */
  failure: Promise<never>;
  /** Stops everything, last started first. */
  stop(): Promise<void>;
};

const PAUSES_MS = [1_000, 2_000, 5_000, 15_000, 30_000];
/** A program that has lived this long begins again with the shortest pause. */
const STEADY_MS = 60_000;

export function superviseWith(logs: Logs, say: (line: string) => void): Supervisor {
  const members: Member[] = [];
  let phase: "starting" | "settled" | "stopping" = "starting";
  const { promise: failure, reject: fail } = Promise.withResolvers<never>();
  failure.catch(() => undefined);
  let stopped: Promise<void> | undefined;

  function endedAt(name: string, { words }: Exit): PlainError {
    return new PlainError(`${name} ${words}. The last lines of ${logs.folder}/${name}.log:\n${logs.tail(name)}`);
  }

  function launch(program: Program, destination: "log" | "inherit" = "log"): Child {
    if (phase === "stopping") throw new PlainError(`${program.name} was not started: everything is being stopped.`);
    if (destination === "inherit") return startChild(program, "inherit");
    const output = logs.open(program.name);
    const child = startChild(program, output);
    logs.close(output);
    return child;
  }

  async function stopAll(): Promise<void> {
    phase = "stopping";
    for (const member of members.splice(0).reverse()) await member.stop();
  }

  /** One program for as long as the stack is up, whatever number of times it has to be started. */
  async function keep(program: Program, slot: { child: Child }): Promise<void> {
    for (let failures = 0; ; ) {
      const startedAt = Date.now();
      const exit = await slot.child.exited;
      if (phase === "starting") return fail(endedAt(program.name, exit));
      if (phase === "stopping") return;
      failures = Date.now() - startedAt > STEADY_MS ? 1 : failures + 1;
      const wait = PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1] ?? 0;
      say(`${program.name} ${exit.words}; starting it again in ${wait / 1000} s (${logs.folder}/${program.name}.log)`);
      await pause(wait, undefined, { ref: false });
      if (phase !== "settled") return;
      slot.child = launch(program);
    }
  }

  return {
    logs,
    failure,
    settle: () => {
      if (phase === "starting") phase = "settled";
    },
    isSettled: () => phase === "settled",
    isStopping: () => phase === "stopping",
    adopt: (member) => {
      members.push(member);
      void member.exited.then((exit) => phase !== "stopping" && fail(endedAt(member.name, exit)));
    },
    start: (program) => {
      const slot = { child: launch(program) };
      members.push({ name: program.name, exited: slot.child.exited, stop: () => slot.child.stop() });
      void keep(program, slot);
    },
    run: async (program, output) => {
      const child = launch(program, output);
      members.push(child);
      const exit = await child.exited;
      const place = members.indexOf(child);
      if (place >= 0) members.splice(place, 1);
      return exit;
    },
    // Whoever asks second waits for the stop that is under way.
    stop: () => (stopped ??= stopAll()),
  };
}
