import { afterAll, beforeAll } from "vitest";
import { type Simulator, startSimulator } from "../../scripts/simulator/server.ts";

/** A provider of this test file's own, over real HTTP. Called before the code under test reads where its provider is. */
export function aProvider(): { readonly simulator: Simulator } {
  const held: { simulator?: Simulator } = {};
  beforeAll(async () => {
    held.simulator = await startSimulator({ port: 0, speed: 0 });
    process.env.OPENAI_BASE_URL = held.simulator.url;
  });
  afterAll(() => held.simulator?.close());
  return held as { readonly simulator: Simulator };
}
