import { describe, expect, test } from "vitest";
import type { CauseId } from "#domain/cause/cause";
import { HELP_THRESHOLDS, type HelpFacts, type HelpStatus } from "#domain/help/facts";
import { helpStatus } from "#domain/help/help-status";
import type { CheckHistory, CheckOutcome } from "#domain/help/streak";
import { byUrgency, needsHelp, rankOf } from "#domain/help/urgency";

const DAY = 24 * 60;
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 21, 12) + minutes * 60_000);
const now = at(60);
const failed = (minutes: number, cause: CauseId = "org_unverified"): CheckOutcome => ({
  at: at(minutes),
  state: "failed",
  cause,
});
const passed = (minutes: number): CheckOutcome => ({ at: at(minutes), state: "passed", cause: null });
const outage = (minutes: number): CheckOutcome => ({ at: at(minutes), state: "inconclusive", cause: "server_error" });
const waits = (minutes: number): CheckOutcome => ({ at: at(minutes), state: "waiting", cause: "org_unverified" });

const aCheck = (outcomes: readonly CheckOutcome[], parts: Partial<CheckHistory> = {}): CheckHistory => ({
  check: "openai.image",
  stepId: "verify",
  provenAt: null,
  waiting: null,
  outcomes,
  ...parts,
});
const aStudent = (parts: Partial<HelpFacts> = {}): HelpFacts => ({
  invitedAt: at(-DAY),
  firstSignedInAt: at(-DAY),
  lastProgressAt: at(-30),
  finished: false,
  resolvedAt: null,
  helpRequest: null,
  checks: [],
  ...parts,
});
const statusOf = (facts: HelpFacts) => helpStatus(facts, HELP_THRESHOLDS, now);
const statusAfter = (...outcomes: CheckOutcome[]) => statusOf(aStudent({ checks: [aCheck(outcomes)] })).status;

describe("blocked", () => {
  test("two failures of one cause are not yet a blocker, three are", () => {
    expect(statusAfter(failed(0), failed(5))).toBe("on_track");
    expect(statusOf(aStudent({ checks: [aCheck([failed(0), failed(5), failed(10)])] }))).toEqual({
      status: "blocked",
      stepId: "verify",
      cause: "org_unverified",
      tries: 3,
      since: at(0),
    });
  });

  test("hammering the button is one try, yet every try is shown", () => {
    expect(statusAfter(failed(0), failed(0.5), failed(1), failed(1.9))).toBe("on_track");
    const hammered = aCheck([failed(0), failed(1), failed(2), failed(3), failed(4)]);
    expect(statusOf(aStudent({ checks: [hammered] }))).toMatchObject({ status: "blocked", tries: 5 });
  });

  test("runs are measured from the last that counted", () => {
    expect(statusAfter(failed(0), failed(1.5), failed(3), failed(4.5))).toBe("on_track");
    expect(statusAfter(failed(0), failed(1.5), failed(3), failed(5))).toBe("blocked");
  });

  test("another cause starts the count anew", () => {
    expect(statusAfter(failed(0), failed(5), failed(10, "quota_insufficient"))).toBe("on_track");
    expect(statusAfter(failed(0), failed(5), failed(10, "quota_insufficient"), failed(15))).toBe("on_track");
  });

  test("a passed check closes the blocker by itself", () => {
    expect(statusAfter(failed(0), failed(5), failed(10), passed(15))).toBe("on_track");
  });

  test("one slip after many slips and a success marks nobody", () => {
    expect(statusAfter(failed(0), failed(5), failed(10), passed(15), failed(20))).toBe("on_track");
  });

  test("a proof closes it too, where its run is no longer at hand", () => {
    const checks = [aCheck([failed(0), failed(5), failed(10)], { provenAt: at(15) })];
    expect(statusOf(aStudent({ checks })).status).toBe("on_track");
  });

  test("nobody needs help for what failed before they finished", () => {
    const checks = [aCheck([failed(0), failed(5), failed(10)])];
    expect(statusOf(aStudent({ checks, finished: true, lastProgressAt: at(20) })).status).toBe("finished");
  });

  test("an outage at the provider marks nobody, and breaks no streak", () => {
    expect(statusAfter(outage(0), outage(5), outage(10), outage(15))).toBe("on_track");
    expect(statusAfter(failed(0), outage(3), failed(5), outage(8), failed(10))).toBe("blocked");
  });

  test("no try at all is no trouble", () => {
    expect(statusAfter()).toBe("on_track");
  });

  test("of two checks that fail, the one tried more often is named", () => {
    const checks = [
      aCheck([failed(0), failed(5), failed(10)]),
      aCheck(
        [failed(0), failed(5), failed(10), failed(15)].map((run) => ({ ...run, cause: "quota_insufficient" })),
        {
          check: "openai.credits",
          stepId: "buy",
        },
      ),
    ];
    expect(statusOf(aStudent({ checks }))).toMatchObject({ stepId: "buy", cause: "quota_insufficient", tries: 4 });
  });
});

describe("the other rows of the table", () => {
  test("whoever asks comes before everything else, with what is known of the trouble", () => {
    const helpRequest = { since: at(50), stepId: null, cause: null };
    const checks = [aCheck([failed(0, "region_unsupported")])];
    expect(statusOf(aStudent({ helpRequest, checks }))).toEqual({
      status: "asked",
      stepId: "verify",
      cause: "region_unsupported",
      tries: 1,
      since: at(50),
    });
  });

  test("a dead end needs one run alone", () => {
    expect(statusAfter(failed(0, "account_deactivated"))).toBe("dead_end");
    expect(statusAfter(failed(0, "account_deactivated"), failed(9, "key_invalid"))).toBe("on_track");
  });

  test("a timer that runs is a wait, not a blocker", () => {
    const checks = [aCheck([failed(30), waits(45)], { waiting: { since: at(40), until: at(70) } })];
    expect(statusOf(aStudent({ checks }))).toMatchObject({ status: "waiting", cause: "org_unverified", since: at(40) });
  });

  test("a timer that has ended is too long a wait once the check has failed again", () => {
    const waiting = { since: at(20), until: at(50) };
    expect(statusOf(aStudent({ checks: [aCheck([waits(35)], { waiting })] })).status).toBe("on_track");
    expect(statusOf(aStudent({ checks: [aCheck([waits(35), failed(50)], { waiting })] })).status).toBe(
      "waiting_too_long",
    );
    expect(statusOf(aStudent({ checks: [aCheck([waits(35), passed(50)], { waiting })] })).status).toBe("on_track");
  });

  test("a proven step has regressed after two failures ten minutes apart", () => {
    const regress = (...outcomes: CheckOutcome[]) =>
      statusOf(aStudent({ finished: true, checks: [aCheck(outcomes, { provenAt: at(-20) })] })).status;
    expect(regress(failed(0))).toBe("finished");
    expect(regress(failed(0), failed(9))).toBe("finished");
    expect(regress(failed(0), failed(10, "quota_insufficient"))).toBe("regressed");
    expect(regress(failed(0), failed(10), passed(11))).toBe("finished");
  });

  test("whoever began and then stopped for three days has stalled", () => {
    expect(statusOf(aStudent({ lastProgressAt: at(60 - 3 * DAY) }))).toMatchObject({
      status: "stalled",
      since: at(60 - 3 * DAY),
    });
    expect(statusOf(aStudent({ lastProgressAt: at(61 - 3 * DAY) })).status).toBe("on_track");
    expect(statusOf(aStudent({ lastProgressAt: null, firstSignedInAt: at(-4 * DAY) })).status).toBe("stalled");
  });

  test("whoever has finished has not stalled", () => {
    expect(statusOf(aStudent({ finished: true, lastProgressAt: at(-9 * DAY) })).status).toBe("finished");
  });

  test("an invitation unanswered for two days is noticed", () => {
    const invited = (minutes: number) =>
      statusOf(aStudent({ invitedAt: at(minutes), firstSignedInAt: null, lastProgressAt: null })).status;
    expect(invited(60 - 2 * DAY)).toBe("never_signed_in");
    expect(invited(61 - 2 * DAY)).toBe("on_track");
  });

  test("a cohort may be more patient", () => {
    const facts = aStudent({ checks: [aCheck([failed(0), failed(5), failed(10)])] });
    expect(helpStatus(facts, { ...HELP_THRESHOLDS, tries: 4 }, now).status).toBe("on_track");
  });
});

describe("urgency", () => {
  const aStatus = (status: HelpStatus["status"], tries: number, minutes: number): HelpStatus => ({
    status,
    stepId: null,
    cause: null,
    tries,
    since: at(minutes),
  });

  test("who asked stands first, then more tries, then the longest wait", () => {
    const asked = aStatus("asked", 0, 50);
    const tried = aStatus("blocked", 7, 40);
    const early = aStatus("dead_end", 3, 10);
    const late = aStatus("blocked", 3, 30);
    const calm = aStatus("waiting", 0, 0);
    expect([calm, late, early, tried, asked].sort(byUrgency)).toEqual([asked, tried, early, late, calm]);
  });

  test("waiting, being on track and having finished need no help", () => {
    expect((["waiting", "on_track", "finished"] as const).some(needsHelp)).toBe(false);
    expect((["asked", "stalled", "finished"] as const).map(rankOf)).toEqual([0, 1, 2]);
  });
});
