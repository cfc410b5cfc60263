import { startSimulator } from "./server.ts";

const DEFAULT_PORT = 4010;

const simulator = await startSimulator({ port: Number(process.env.PORT ?? DEFAULT_PORT) });
console.log(`The simulator answers as OpenAI does at ${simulator.url}`);

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void simulator.close());
