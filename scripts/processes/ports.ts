import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { PlainError } from "../plain-error.ts";

export type WantedPort = { variable: string; port: number; host: string; purpose: string };

const RETRY_MS = 250;

/** Reports every port that cannot be had, before anything is started. Waits up to `patienceMs` for them to fall free. */
export async function requirePorts(wanted: readonly WantedPort[], patienceMs = 0): Promise<void> {
  requireDistinct(wanted);
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const refusals = (await Promise.all(wanted.map(refusal))).filter((line) => line !== undefined);
    if (refusals.length === 0) return;
    if (Date.now() >= deadline) throw new PlainError(`Nothing was started:\n${refusals.join("\n")}`);
    await pause(RETRY_MS);
  }
}

/** As many free ports of 127.0.0.1 as asked for, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0, "127.0.0.1")));
  return Promise.all(
    servers.map(async (server) => {
      const address = server.address();
      await new Promise((resolve) => server.close(resolve));
      if (address === null || typeof address === "string") throw new Error("a TCP server without a port");
      return address.port;
    }),
  );
}

function requireDistinct(wanted: readonly WantedPort[]): void {
  for (const [index, { variable, port }] of wanted.entries()) {
    const twin = wanted.slice(index + 1).find((other) => other.port === port);
    if (twin) throw new PlainError(`${variable} and ${twin.variable} are both ${port}: give one of them another port.`);
  }
}

async function refusal({ variable, port, host, purpose }: WantedPort): Promise<string | undefined> {
  try {
    const server = await listen(port, host);
    await new Promise((resolve) => server.close(resolve));
    return undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const spare = port < 60_000 ? port + 1 : port - 1;
    const remedy = `choose another with ${variable}, for example ${variable}=${spare}`;
    if (code === "EADDRINUSE")
      return `  Port ${port} (${purpose}) is taken by another program: stop that, or ${remedy}.`;
    if (code === "EACCES") return `  Port ${port} (${purpose}) is not allowed for an ordinary user: ${remedy}.`;
    return `  Port ${port} (${purpose}) of ${host} cannot be used (${code}): ${remedy}.`;
  }
}

function listen(port: number, host: string) {
  return new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}
