import { expect, test } from "vitest";
import { aProvider } from "../../support/provider.ts";

const provider = aProvider();

test("the simulator can be taken down for everybody, and brought back", async () => {
  const turn = (method: string) => fetch(new URL("/outage", provider.simulator.url), { method });
  const authorization = `Bearer ${provider.simulator.keys.good}`;
  const status = async () => (await fetch(`${provider.simulator.url}/models`, { headers: { authorization } })).status;
  expect(await (await turn("GET")).json()).toEqual({ isOn: false });
  await turn("POST");
  expect(await status()).toBe(500);
  await turn("DELETE");
  expect(await status()).toBe(200);
});
