import { describe, expect, test } from "vitest";
import { archiveCohort } from "#server/cohort/manage/commands";
import { closeJoinLink, joinCohort, openJoinLink } from "#server/join/commands";
import { joinLinkBehind, joinLinksOf } from "#server/join/queries";
import { hashOf } from "#server/sign-in/token";
import { aManager } from "../support/cast.ts";
import { dump } from "../support/dump.ts";
import { studentsOf } from "../support/roster.ts";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

async function aLink({ mostUses = 2, expiresAt = inDays(7) } = {}) {
  const manager = await aManager();
  const [cohortId = ""] = manager.cohortIds;
  const opened = await openJoinLink(manager, { cohortId, mostUses, expiresAt });
  if (!opened.ok) throw new Error(opened.refusal);
  return { manager, cohortId, token: opened.value.token };
}

let turn = 0;
const joining = (name: string) => ({
  person: { email: `${name}@example.com`, name },
  locale: "pl" as const,
  ip: `10.0.${turn}.${turn++ % 250}`,
});
const fresh = () => `o${turn++}-${Date.now()}`;
const join = (token: string, name = fresh(), now = new Date()) => joinCohort(token, joining(name), now);

describe("a link by which people join", () => {
  test("lets in as many as it has uses, and then says that it is full", async () => {
    const { token, cohortId } = await aLink();
    const answers = [await join(token), await join(token), await join(token)];
    expect(answers.map((answer) => answer.ok || answer.refusal)).toEqual([true, true, "full"]);
    expect(await studentsOf(cohortId)).toHaveLength(2);
  });

  test("gives its last place once to any number at once", async () => {
    const { token, cohortId } = await aLink({ mostUses: 3 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => join(token)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(await studentsOf(cohortId)).toHaveLength(3);
  });

  test("uses nothing up for whoever is there already, and says the same to them", async () => {
    const [{ token, manager, cohortId }, name] = [await aLink(), fresh()];
    expect([await join(token, name), await join(token, name)]).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await joinLinksOf(manager, cohortId, new Date())).toMatchObject([{ uses: 1, state: "open" }]);
  });

  test("ends with its day, when it is closed, and with its cohort", async () => {
    const { token, manager, cohortId } = await aLink();
    expect(await joinLinkBehind(token, inDays(8))).toMatchObject({ state: "ended" });
    expect(await join(token, fresh(), inDays(8))).toMatchObject({ refusal: "ended" });
    const [link] = await joinLinksOf(manager, cohortId, new Date());
    for (let twice = 0; twice < 2; twice++)
      expect(await closeJoinLink(manager, link?.id ?? "", new Date())).toMatchObject({ ok: true });
    expect(await join(token)).toMatchObject({ refusal: "closed" });
    const another = await aLink();
    await archiveCohort(another.manager, another.cohortId, new Date());
    expect(await join(another.token)).toMatchObject({ refusal: "closed" });
  });

  test("is nothing to those who guess, and nobody else's to make, see or close", async () => {
    const [{ manager, cohortId }, stranger] = [await aLink(), await aManager()];
    expect([await joinLinkBehind("x", new Date()), await join("x")]).toMatchObject([null, { refusal: "not_found" }]);
    expect(await openJoinLink(stranger, { cohortId, mostUses: 1, expiresAt: inDays(1) })).toMatchObject({ ok: false });
    expect(await joinLinksOf(stranger, cohortId, new Date())).toEqual([]);
    const [link] = await joinLinksOf(manager, cohortId, new Date());
    expect(await closeJoinLink(stranger, link?.id ?? "", new Date())).toMatchObject({ refusal: "not_found" });
  });

  test("is in the database as a hash alone", async () => {
    const { token } = await aLink();
    const text = await dump();
    expect([text.includes(hashOf(token).toString("hex")), text.includes(token)]).toEqual([true, false]);
  });
});
