import { describe, expect, test } from "vitest";
import { CHECKS_OF, type CheckName } from "#domain/check/check";
import { testAccessLater } from "#server/access-test/commands";
import { SITUATIONS, type SituationId } from "../../../scripts/simulator/situations.ts";
import { aStudent } from "../../support/cast.ts";
import { endTests, liveTestOf, pasteFor } from "../../support/keys.ts";
import { MET } from "../../support/met.ts";
import { aProvider } from "../../support/provider.ts";
import { run, verdictsOf } from "../../support/runs.ts";

aProvider();

/** They cost the patience of a whole call, and a browser's journey goes through them anyway. */
const SLOW: readonly SituationId[] = ["hangs", "drips"];
const QUICK = SITUATIONS.map(({ id }) => id).filter((id) => !SLOW.includes(id));

const CHECKS: readonly CheckName[] = CHECKS_OF.openai;

function expected(situation: SituationId): string[] {
  const met = MET[situation];
  const at = met ? CHECKS.indexOf(met.check) : CHECKS.length;
  return CHECKS.map((_, index) => {
    if (index < at) return "passed";
    return index === at && met ? `${met.state} ${met.cause}` : "skipped";
  });
}

describe("a whole test", () => {
  test.each(QUICK)("in the situation %s says what is the matter, and asks nothing behind it", async (situation) => {
    const { student } = await aStudent();
    await pasteFor(student, situation);
    await endTests(student);
    expect(await testAccessLater(student, { imageConsent: true })).toMatchObject({ ok: true });
    await run(await liveTestOf(student));
    expect(await verdictsOf(student)).toEqual(expected(situation));
  });
});
