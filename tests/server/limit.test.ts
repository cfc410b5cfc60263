import { describe, expect, test } from "vitest";
import { countUse } from "#server/limit/limit";
import { rowsAs } from "../support/roles.ts";

const somebody = () => crypto.randomUUID();
const NAME = "save key by person";

describe("a limit", () => {
  test("counts, and says when to come back", async () => {
    const key = somebody();
    for (let time = 0; time < 5; time++) expect(await countUse(NAME, key)).toEqual({ allowed: true });
    const refused = await countUse(NAME, key);
    if (refused.allowed) throw new Error("a sixth was allowed");
    expect(refused.retryAfterSeconds).toBeGreaterThan(590);
    expect(refused.retryAfterSeconds).toBeLessThanOrEqual(600);
  });

  test("lets exactly as many through when all come at once", async () => {
    const key = somebody();
    const uses = await Promise.all(Array.from({ length: 50 }, () => countUse(NAME, key)));
    expect(uses.filter(({ allowed }) => allowed)).toHaveLength(5);
  });

  test("counts each person and each kind of use for itself", async () => {
    const key = somebody();
    for (let time = 0; time < 6; time++) await countUse(NAME, key);
    expect(await countUse(NAME, somebody())).toEqual({ allowed: true });
    expect(await countUse("help by person", key)).toEqual({ allowed: true });
  });

  test("opens again when its time is over", async () => {
    const key = somebody();
    for (let time = 0; time < 6; time++) await countUse(NAME, key);
    await rowsAs("owner", "UPDATE rate_limit SET expire = $1", [Date.now() - 1]);
    expect(await countUse(NAME, key)).toEqual({ allowed: true });
  });

  test("keeps no address and no IP that somebody typed, and takes the longest of them", async () => {
    const longest = `${"a".repeat(63)}@${"b.".repeat(94)}pl`;
    for (const counted of [longest, `${longest} 2001:db8:1:2::/64`, "203.0.113.77"])
      expect(await countUse("sign-in by address and ip", counted)).toEqual({ allowed: true });
    const keys = (await rowsAs("owner", "SELECT key FROM rate_limit")).map(({ key }) => String(key));
    expect(keys.filter((key) => key.startsWith("sign-in by address and ip:")).length).toBeGreaterThanOrEqual(3);
    expect(keys.filter((key) => /@|203\.0|2001/.test(key))).toEqual([]);
  });

  test("that cannot count lets nothing pass", async () => {
    await rowsAs("owner", "REVOKE INSERT ON rate_limit FROM rozruch_web");
    await expect(countUse(NAME, somebody())).rejects.toThrow();
    await rowsAs("owner", "GRANT INSERT ON rate_limit TO rozruch_web");
  });
});
