import { describe, expect, test } from "vitest";
import type { CauseId } from "#domain/cause/cause";
import { incidentOf, type Sighting } from "#domain/outage/incident";
import { nextScoutAt } from "#domain/outage/scouting";
import { mayBeOurs, TROUBLING_CAUSES, troubleOf } from "#domain/outage/trouble";

const now = new Date("2026-11-21T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

let tests = 0;
/** One test of a student, so many minutes ago: an answer, or the cause for which there was none. */
const met = (student: string, cause: CauseId | null, minutes = 1): Sighting => ({
  student,
  test: `test ${tests++}`,
  at: ago(minutes),
  cause,
  code: null,
});
const students = (count: number) => Array.from({ length: count }, (_, at) => `student ${at}`);
const all = (names: readonly string[], cause: CauseId | null, minutes = 1) =>
  names.map((name) => met(name, cause, minutes));
const others = ["Ewa", "Jan", "Ola", "Iga", "Leo", "Ida"];

describe("an incident", () => {
  test("is five students in the same trouble who are half of those tested, and not four", () => {
    expect(incidentOf([...all(students(5), "server_error"), ...all(others.slice(0, 5), null)], now)).toMatchObject({
      trouble: "server",
      students: 5,
    });
    expect(incidentOf([...all(students(4), "server_error"), ...all(others.slice(0, 1), null)], now)).toBeNull();
  });

  test("is not five of eleven: most got through", () => {
    expect(incidentOf([...all(students(5), "timeout"), ...all(others, null)], now)).toBeNull();
  });

  test("is three where nobody got an answer, and never two", () => {
    expect(incidentOf(all(students(3), "timeout"), now)).toMatchObject({ trouble: "timeout", students: 3 });
    expect(incidentOf(all(students(2), "timeout"), now)).toBeNull();
  });

  test("is never one student alone, however often they try", () => {
    expect(
      incidentOf(
        Array.from({ length: 50 }, () => met("Ewa", "server_error")),
        now,
      ),
    ).toBeNull();
  });

  test("is made of the last ten minutes", () => {
    expect(incidentOf(all(students(5), "server_error", 10.1), now)).toBeNull();
    expect(incidentOf(all(students(5), "server_error", 10), now)).not.toBeNull();
  });

  test("is made of one kind of trouble, of which 500 and 503 are the same", () => {
    const [a = "", b = "", c = "", d = "", e = ""] = students(5);
    const mixed = [met(a, "server_error"), met(b, "overloaded"), met(c, "gateway_error")];
    expect(incidentOf(mixed, now)).toMatchObject({ trouble: "server", students: 3 });
    expect(incidentOf([met(a, "server_error"), met(b, "timeout"), met(c, "network_error")], now)).toBeNull();
    expect(incidentOf([...mixed, met(d, "timeout"), met(e, "timeout")], now)).toMatchObject({ trouble: "server" });
  });

  test("leaves out who got through at the second try", () => {
    const three = students(3);
    expect(incidentOf([...all(three, "timeout", 5), met("student 2", null, 1)], now)).toBeNull();
  });

  test("counts a test whose first call was answered and whose second was not", () => {
    const half = students(3).flatMap((student) => {
      const test = `half of ${student}`;
      const at = ago(2);
      return [
        { student, test, at, cause: null, code: null },
        { student, test, at, cause: "timeout" as const, code: null },
      ];
    });
    expect(incidentOf(half, now)).toMatchObject({ students: 3 });
  });

  test("is not made of limits, unknown answers or refusals about a key", () => {
    for (const cause of ["rate_limited", "unknown", "model_withdrawn", "key_invalid"] as const)
      expect(incidentOf(all(students(9), cause), now)).toBeNull();
  });

  test("says what most met, when it began and when it was last met", () => {
    const [a = "", b = "", c = ""] = students(3);
    const found = incidentOf([met(a, "server_error", 4), met(b, "overloaded", 3), met(c, "overloaded", 1)], now);
    expect(found).toMatchObject({ cause: "overloaded", startedAt: ago(4), lastFailureAt: ago(1) });
  });

  test("of ten times as many students takes about ten times as long to find, and not a hundred times", () => {
    const msFor = (count: number) => {
      const many = students(count).flatMap((name) => [met(name, null, 3), met(name, "timeout", 2)]);
      const runs = Array.from({ length: 5 }, () => {
        const begun = performance.now();
        expect(incidentOf(many, now)).toMatchObject({ students: count });
        return performance.now() - begun;
      });
      return Math.min(...runs);
    };
    expect(msFor(5_000) / msFor(500)).toBeLessThan(40);
  });
});

describe("trouble", () => {
  test("is a 5xx, a timeout or a network failure, and nothing else", () => {
    expect([...TROUBLING_CAUSES].sort()).toEqual(
      ["gateway_error", "network_error", "overloaded", "server_error", "timeout"].sort(),
    );
    expect(troubleOf("quota_insufficient")).toBeNull();
    expect(troubleOf(null)).toBeNull();
  });

  test("may be our own network where nobody was reached, and is not where somebody refused or answered", () => {
    expect(mayBeOurs("network", ["ECONNREFUSED", "EAI_AGAIN"])).toBe(true);
    expect(mayBeOurs("network", ["ENETUNREACH"])).toBe(true);
    expect(mayBeOurs("network", ["ECONNREFUSED", "ECONNRESET"])).toBe(false);
    expect(mayBeOurs("timeout", [null, null])).toBe(true);
    expect(mayBeOurs("server", [null])).toBe(false);
  });
});

describe("scouts", () => {
  test("go after 1, 2, 4, 8 and 15 minutes, and then every 15", () => {
    const pauses = [0, 1, 2, 3, 4, 5, 90].map((scouts) => (+nextScoutAt(scouts, now) - +now) / 60_000);
    expect(pauses).toEqual([1, 2, 4, 8, 15, 15, 15]);
  });

  test("go faster where time does", () => {
    expect(+nextScoutAt(1, now, 60) - +now).toBe(2_000);
  });
});
