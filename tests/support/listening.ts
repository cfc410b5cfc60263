import { expect } from "vitest";
import { onChange } from "#server/live/listener";
import { rowsAs } from "./roles.ts";

/** The first subscription connects; what happens before it has, nobody hears. */
export async function untilListening(): Promise<void> {
  onChange(["user:nobody"], () => undefined)();
  const listeners = () =>
    rowsAs("web", "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN rozruch'");
  await expect.poll(async () => (await listeners()).length, { timeout: 5_000 }).toBeGreaterThan(0);
}
