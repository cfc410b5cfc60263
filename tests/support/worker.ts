import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { inject } from "vitest";
import { addressOf } from "./roles.ts";

const ROOT = join(import.meta.dirname, "../..");
const MAIN = join("server", "worker", "main.ts");
/** Ends it with this process, however that ends. */
const LEASH = new URL("../../scripts/leash.mjs", import.meta.url).href;

export type Worker = {
  readonly output: () => string;
  readonly started: Promise<void>;
  /** With its exit code; null where a signal ended it. */
  readonly exited: Promise<number | null>;
  kill(): Promise<void>;
  stop(): Promise<void>;
};

/** The worker as it runs in production: a process of its own, with its own role and just its own settings. */
export function startWorker(more: Record<string, string> = {}): Worker {
  const { PATH = "", OPENAI_BASE_URL = "", SMTP_URL = "", MAIL_FROM = "" } = process.env;
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", LEASH, MAIN], {
    cwd: ROOT,
    env: {
      PATH,
      OPENAI_BASE_URL,
      SMTP_URL,
      MAIL_FROM,
      NODE_ENV: "production",
      APP_MODE: "test",
      APP_ORIGIN: "http://127.0.0.1:3000",
      LOG_LEVEL: "trace",
      WEBHOOK_LOOPBACK: "yes",
      DATABASE_URL: addressOf("worker"),
      VAULT_KEYRING_FILE: inject("cluster").keyringFile,
      ROZRUCH_LEASH: "1",
      ...more,
    },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  let output = "";
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const started = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk;
      if (output.includes("worker.started")) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    void exited.then(() => reject(new Error(`The worker ended: ${output}`)));
  });
  started.catch(() => undefined);
  return {
    output: () => output,
    started,
    exited,
    kill: () => end(child, exited, "SIGKILL"),
    stop: () => end(child, exited, "SIGTERM"),
  };
}

async function end(child: ChildProcess, exited: Promise<unknown>, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await exited;
}
