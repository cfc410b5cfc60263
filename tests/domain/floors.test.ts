import { expect, test } from "vitest";
import { belowFloor } from "../../scripts/testing/floors.ts";

const installed = (versions: Record<string, string>) => (name: string) => versions[name] ?? "99.0.0";

test("a version below its floor is named with the advisories that it is open to", () => {
  const [fault, ...more] = belowFloor(installed({ next: "16.4.0" }));
  expect(fault).toMatch(/next 16\.4\.0 is below 16\.4\.1.*CVE-2026-126187.*next@16\.4\.1/s);
  expect(more).toEqual([]);
  expect(belowFloor(installed({ react: "19.2.0", "react-dom": "19.2.2" }))).toHaveLength(2);
});

test("a preview of the version that mends a hole does not count as mended", () => {
  expect(belowFloor(installed({ next: "16.4.1-canary.3" }))).toHaveLength(1);
});

test("a version at its floor or above is fine", () => {
  expect(belowFloor(installed({ next: "16.4.1", react: "19.2.3" }))).toEqual([]);
});
