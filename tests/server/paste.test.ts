import { describe, expect, test, vi } from "vitest";
import { LONGEST_PASTE } from "#domain/paste/fitted";
import { onChange } from "#server/live/listener";
import { closeReport, readPasted, reportMessage } from "#server/paste/commands";
import { countOfReports, openReports } from "#server/paste/queries";
import type { Student, Viewer } from "#server/viewer";
import { anInstructor, aStudent, cast } from "../support/cast.ts";
import { dump } from "../support/dump.ts";
import { aKey, anIp } from "../support/keys.ts";
import { tracesIn } from "../support/leftovers.ts";
import { untilListening } from "../support/listening.ts";
import { ownerDatabase } from "../support/roles.ts";

const UNVERIFIED = "Your organization must be verified to use the model `gpt-image-1`.";
const UNKNOWN = "Kosmiczna usterka numer siedem w module lodówki";

const viewerOf = (student: Student): Viewer => ({
  person: student,
  student,
  instructor: null,
  cohorts: [],
  signedInAt: null,
});
const reportsOf = ({ id: userId }: Student) => ownerDatabase().messageReport.findMany({ where: { userId } });

describe("a pasted message", () => {
  test("is read and diagnosed", async () => {
    const { student } = await aStudent();
    expect(await readPasted(viewerOf(student), anIp(), UNVERIFIED)).toMatchObject({
      ok: true,
      value: { text: UNVERIFIED, wasCut: false, diagnosis: { cause: "org_unverified" } },
    });
  });

  test("comes back without the secrets that the browser has left in it", async () => {
    const { student } = await aStudent();
    const key = aKey();
    const read = await readPasted(viewerOf(student), anIp(), `${UNVERIFIED}\nAuthorization: Bearer ${key}`);
    expect(tracesIn(JSON.stringify(read), key)).toEqual([]);
    expect(read).toMatchObject({ value: { text: expect.stringContaining("[secret]") } });
  });

  test("is kept nowhere: no table, no log", async () => {
    const { student } = await aStudent();
    const written = vi.spyOn(process.stdout, "write");
    const mark = `nikt-tego-nie-zapisal-${student.id}`;
    await readPasted(viewerOf(student), anIp(), `${UNVERIFIED} ${mark}`);
    await readPasted(null, anIp(), `${UNKNOWN} ${mark}`);
    expect(await dump()).not.toContain(mark);
    expect(JSON.stringify(written.mock.calls)).not.toContain(mark);
    written.mockRestore();
  });

  test("that is too long is read in part and comes back whole", async () => {
    const { student } = await aStudent();
    const long = `${UNVERIFIED}\n${"linia dziennika\n".repeat(10_000)}`;
    const read = await readPasted(viewerOf(student), anIp(), long);
    expect(read).toMatchObject({ value: { text: long, wasCut: true, diagnosis: { cause: "org_unverified" } } });
    expect(read.ok && read.value.read.length).toBe(LONGEST_PASTE);
  });

  test("of a megabyte that was made to be slow is read in part, and not looked through at all once the limit is met", async () => {
    const { student } = await aStudent();
    const slow = `${"_".repeat(300_000)} ${"incorrect api key provided: ".repeat(11_000)}${"req_".repeat(80_000)}`;
    const redacted = vi.spyOn(String.prototype, "matchAll");
    const looked = () => redacted.mock.contexts.reduce<number>((sum, text) => sum + String(text).length, 0);
    expect(await readPasted(viewerOf(student), anIp(), slow)).toMatchObject({ ok: true, value: { wasCut: true } });
    const once = looked();
    redacted.mockClear();
    for (let time = 0; time < 40; time++) await readPasted(viewerOf(student), anIp(), "krótki");
    redacted.mockClear();
    expect(await readPasted(viewerOf(student), anIp(), slow)).toMatchObject({ refusal: { reason: "too_many" } });
    expect([once > 0, looked()]).toEqual([true, 0]);
    redacted.mockRestore();
  });

  test.each(["", "  \n\t "])("of nothing but blanks (%j) is refused and not counted", async (empty) => {
    const { student } = await aStudent();
    for (let time = 0; time < 50; time++) {
      expect(await readPasted(viewerOf(student), anIp(), empty)).toEqual({ ok: false, refusal: { reason: "empty" } });
    }
    expect(await readPasted(viewerOf(student), anIp(), UNVERIFIED)).toMatchObject({ ok: true });
  });

  test("is refused after forty in ten minutes, with the time to come back, and the next person's is not", async () => {
    const { student } = await aStudent();
    const ip = anIp();
    for (let time = 0; time < 40; time++) await readPasted(viewerOf(student), ip, UNVERIFIED);
    const refused = await readPasted(viewerOf(student), ip, UNVERIFIED);
    expect(refused).toMatchObject({ ok: false, refusal: { reason: "too_many" } });
    const seconds = !refused.ok && refused.refusal.reason === "too_many" ? refused.refusal.retryAfterSeconds : 0;
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(600);
    const { student: next } = await aStudent();
    expect(await readPasted(viewerOf(next), ip, UNVERIFIED)).toMatchObject({ ok: true });
  });

  test("of strangers is counted by their address", async () => {
    const [one, other] = [anIp(), anIp()];
    for (let time = 0; time < 60; time++) await readPasted(null, one, UNVERIFIED);
    expect(await readPasted(null, one, UNVERIFIED)).toMatchObject({ ok: false, refusal: { reason: "too_many" } });
    expect(await readPasted(null, other, UNVERIFIED)).toMatchObject({ ok: true });
  });
});

describe("a message that is passed on", () => {
  test("is on the desk of the student's instructors alone, without its secrets", async () => {
    const { student, cohort } = await aStudent({ name: "Zofia Nieznana" });
    const [own, other] = [await anInstructor(cohort.id), await anInstructor()];
    const key = aKey();
    expect(await reportMessage(student, `${UNKNOWN}\r\n${key}`)).toEqual({ ok: true, value: null });
    expect(await openReports(own)).toMatchObject([
      { studentId: student.id, name: "Zofia Nieznana", text: `${UNKNOWN}\n[secret]` },
    ]);
    expect([await countOfReports(own), await countOfReports(other), await openReports(other)]).toEqual([1, 0, []]);
    const rows = await dump();
    expect(tracesIn(rows, key)).toEqual([]);
  });

  test("is kept once, twice and at once", async () => {
    const { student } = await aStudent();
    await reportMessage(student, UNKNOWN);
    await Promise.all(Array.from({ length: 5 }, () => reportMessage(student, ` ${UNKNOWN} \n`)));
    expect(await reportsOf(student)).toHaveLength(1);
  });

  test("comes back when it was dealt with and appears again", async () => {
    const { student, cohort } = await aStudent();
    const instructor = await anInstructor(cohort.id);
    await reportMessage(student, UNKNOWN);
    const [first] = await openReports(instructor);
    await closeReport(instructor, first?.id ?? "");
    expect(await openReports(instructor)).toEqual([]);
    await reportMessage(student, UNKNOWN);
    expect(await openReports(instructor)).toHaveLength(1);
  });

  test("of nothing is refused, and so is the eleventh of an hour", async () => {
    const { student } = await aStudent();
    expect(await reportMessage(student, " \n")).toEqual({ ok: false, refusal: "empty" });
    for (let time = 0; time < 10; time++) await reportMessage(student, `${UNKNOWN} ${time}`);
    expect(await reportMessage(student, "jeszcze jeden")).toEqual({
      ok: false,
      refusal: "too_many",
      retryAfterSeconds: expect.any(Number),
    });
  });

  test("is told to the desk, when it comes and when it is dealt with", async () => {
    const { student, cohort } = await aStudent();
    const instructor = await anInstructor(cohort.id);
    await untilListening();
    let heard = 0;
    const stop = onChange([`cohort:${cohort.id}`], () => {
      heard += 1;
    });
    await reportMessage(student, UNKNOWN);
    await expect.poll(() => heard).toBe(1);
    const [report] = await openReports(instructor);
    await closeReport(instructor, report?.id ?? "");
    await expect.poll(() => heard).toBe(2);
    stop();
  });

  test("is dealt with by an instructor of the student's, and by nobody else; twice is once", async () => {
    const { student, cohort } = await aStudent();
    const [own, other] = [await anInstructor(cohort.id), await anInstructor()];
    await reportMessage(student, UNKNOWN);
    const [report] = await reportsOf(student);
    const id = report?.id ?? "";
    expect(await closeReport(other, id)).toEqual({ ok: false, refusal: "not_found" });
    expect(await closeReport(own, crypto.randomUUID())).toEqual({ ok: false, refusal: "not_found" });
    expect(await reportsOf(student)).toMatchObject([{ closedAt: null }]);
    expect(await closeReport(own, id)).toEqual({ ok: true, value: null });
    const [closed] = await reportsOf(student);
    expect(await closeReport(own, id)).toEqual({ ok: true, value: null });
    expect(await reportsOf(student)).toEqual([closed]);
    expect(closed).toMatchObject({ closedBy: own.id });
  });

  test("of a student who has left the cohort is on no desk of it", async () => {
    const { student, cohort } = await aStudent();
    const own = await anInstructor(cohort.id);
    await reportMessage(student, UNKNOWN);
    const next = await cast().aCohort();
    const where = { cohortId_userId: { cohortId: cohort.id, userId: student.id } };
    await ownerDatabase().enrolment.update({ where, data: { cohortId: next.id } });
    expect(await openReports(own)).toEqual([]);
    expect(await openReports(await anInstructor(next.id))).toHaveLength(1);
  });
});
