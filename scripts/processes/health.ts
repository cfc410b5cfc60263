import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { PlainError } from "../plain-error.ts";

const RETRY_MS = 150;
const ASK_MS = 5_000;

/** Resolves when `url` answers 200. Otherwise says what it answered last. */
export async function untilHealthy(url: string, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask(url);
    if (answer === "ok") return;
    if (Date.now() > deadline) throw new PlainError(`${url} does not become healthy; its last answer: ${answer}`);
    await pause(RETRY_MS, undefined, { ref: false });
  }
}

async function ask(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ASK_MS) });
    const text = await response.text();
    return response.status === 200 ? "ok" : `${response.status} ${text.slice(0, 300)}`;
  } catch {
    return "none";
  }
}

/** Resolves when something listens there. */
export async function untilListening(name: string, host: string, port: number, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await accepts(host, port))) {
    if (Date.now() > deadline)
      throw new PlainError(`${name} does not listen on port ${port} after ${patienceMs / 1000} s.`);
    await pause(RETRY_MS, undefined, { ref: false });
  }
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
