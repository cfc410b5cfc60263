import { describe, expect, test } from "vitest";
import { LONGEST_WORDS } from "#domain/screen/screen-report";
import { onChange } from "#server/live/listener";
import { reportScreen, takeReportBack } from "#server/screen/commands";
import { ownReportsOf } from "#server/screen/queries";
import { aStudent } from "../../support/cast.ts";
import { dump } from "../../support/dump.ts";
import { aKey } from "../../support/keys.ts";
import { tracesIn } from "../../support/leftovers.ts";
import { untilListening } from "../../support/listening.ts";
import { aJpeg, aPng, jpegSegment, pngChunk } from "../../support/pictures.ts";
import { ownerDatabase } from "../../support/roles.ts";
import { PLACE, report, reportsOf, WORDS } from "../../support/screens.ts";

const SENT = { ok: true, value: null };
const refusal = (name: string) => ({ ok: false, refusal: name });

describe("a report that a screen looks different", () => {
  test("keeps where, in which language, when the lesson was last checked, the words and the picture", async () => {
    const { student } = await aStudent();
    expect(await report(student, { file: aPng({ width: 60, height: 20 }) })).toEqual(SENT);
    expect(await reportsOf(student)).toMatchObject([
      {
        ...PLACE,
        ...{ locale: "pl", checked: "2026-11-20", text: WORDS, handledAt: null, handledBy: null },
        picture: { mediaType: "image/png", width: 60, height: 20 },
      },
    ]);
  });

  test("may be words alone, or a picture alone, and not nothing", async () => {
    const { student } = await aStudent();
    expect(await report(student)).toEqual(SENT);
    expect(await report(student, { text: " \r\n", file: aPng() })).toEqual(SENT);
    expect(await report(student, { text: " \r\n" })).toEqual(refusal("empty"));
    expect(await reportsOf(student)).toMatchObject([{ picture: null }, { text: "", picture: { width: 40 } }]);
  });

  test("twice and five times at once is one, and with another picture or at another section another one", async () => {
    const { student } = await aStudent();
    const file = aPng();
    await report(student, { file });
    await Promise.all(Array.from({ length: 5 }, () => report(student, { file, text: ` ${WORDS}\r\n` })));
    expect(await reportsOf(student)).toHaveLength(1);
    await report(student, { file: aPng({ grey: 10 }) });
    await report(student);
    await report(student, { file, anchor: "zapisz-klucz-w-rozruchu" });
    expect(await reportsOf(student)).toHaveLength(4);
  });

  test.each([
    ["section", { anchor: "nie-ma" }],
    ["lesson", { lesson: "nie-ma" }],
    ["lesson of that module", { module: "modul-2" }],
    ["lesson by such a path", { lesson: "../modul-1/klucz-api" }],
  ])("of what is no %s is refused", async (_, place) => {
    const { student } = await aStudent();
    expect(await report(student, place)).toEqual(refusal("not_found"));
    expect(await reportsOf(student)).toEqual([]);
  });

  test("in English is about the English page", async () => {
    const { student } = await aStudent();
    const place = { ...PLACE, anchor: "create-an-api-key", text: WORDS, file: null };
    expect(await reportScreen(student, "en", { ...place, anchor: PLACE.anchor })).toEqual(refusal("not_found"));
    expect(await reportScreen(student, "en", place)).toEqual(SENT);
    expect(await reportsOf(student)).toMatchObject([{ locale: "en", anchor: "create-an-api-key" }]);
  });

  test("of more than a thousand characters is refused, however the browser ends its lines", async () => {
    const { student } = await aStudent();
    expect(await report(student, { text: "a".repeat(LONGEST_WORDS + 1) })).toEqual(refusal("too_long"));
    expect(await report(student, { text: "a\r\n".repeat(LONGEST_WORDS / 2) })).toEqual(SENT);
  });

  test("with a key in its words is kept without it", async () => {
    const { student } = await aStudent();
    const key = aKey();
    await report(student, { text: `Tu widać ${key} i adres ola@example.pl` });
    expect(await reportsOf(student)).toMatchObject([{ text: "Tu widać [secret] i adres [email]" }]);
    expect(tracesIn(await dump(), key)).toEqual([]);
  });

  test("is refused after ten in a day, with the time to come back; what is refused for itself does not count", async () => {
    const { student } = await aStudent();
    for (let time = 0; time < 12; time += 1) await report(student, { text: "" });
    for (let time = 0; time < 10; time += 1) expect(await report(student, { text: `${time}` })).toEqual(SENT);
    const refused = await report(student, { text: "jeszcze" });
    expect(refused).toEqual({ ...refusal("too_many"), retryAfterSeconds: expect.any(Number) });
    expect(!refused.ok && refused.retryAfterSeconds).toBeLessThanOrEqual(86_400);
    expect(await reportsOf(student)).toHaveLength(10);
  });
});

describe("the picture of a report", () => {
  test.each([
    ["too_large", "of more than three megabytes", aPng({ before: [pngChunk("tEXt", Buffer.alloc(3 * 1024 * 1024))] })],
    ["kind", "that is SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["kind", "that is a page", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["broken", "that breaks off", aPng().subarray(0, 60)],
    ["broken", "without any size", aPng({ width: 0 })],
  ])("is refused as %s %s, and nothing is kept", async (name, _, file) => {
    const { student } = await aStudent();
    expect(await report(student, { file })).toEqual(refusal(name));
    expect(await reportsOf(student)).toEqual([]);
  });

  test("is kept without where it was taken, and without the page or archive behind it", async () => {
    const { student } = await aStudent();
    const place = Buffer.from("GPS 52.2297 N");
    const polyglot = aPng({ before: [pngChunk("eXIf", place)], after: [Buffer.from("<script>PK\x03\x04")] });
    await report(student, { file: polyglot });
    await report(student, { file: aJpeg([jpegSegment(0xe1, place)], Buffer.from("<script>")) });
    const pictures = (await reportsOf(student)).map(({ picture }) => Buffer.from(picture?.bytes ?? []));
    expect(pictures.map((bytes) => bytes.includes("GPS") || bytes.includes("<script>"))).toEqual([false, false]);
    expect(pictures[0]?.equals(aPng())).toBe(true);
  });
});

describe("one's own reports", () => {
  test("are those of the lesson, newest first, and nobody else's", async () => {
    const [{ student }, { student: other }] = [await aStudent(), await aStudent()];
    await report(student, { text: "pierwsze" });
    await report(student, { text: "drugie", anchor: "zapisz-klucz-w-rozruchu" });
    await report(student, { lesson: "srodki", anchor: "kup-srodki-na-api" });
    await report(other);
    expect(await ownReportsOf(student, PLACE)).toMatchObject([
      { anchor: "zapisz-klucz-w-rozruchu", handledAt: null },
      { anchor: PLACE.anchor, createdAt: expect.any(Date) },
    ]);
  });

  test("are taken back with their pictures by their student alone; twice is once, and so is an unknown one", async () => {
    const [{ student, cohort }, { student: other }] = [await aStudent(), await aStudent()];
    await report(student, { file: aPng() });
    const [own] = await reportsOf(student);
    const id = own?.id ?? "";
    await takeReportBack(other, id);
    await takeReportBack(student, crypto.randomUUID());
    expect(await reportsOf(student)).toHaveLength(1);
    await untilListening();
    let heard = 0;
    const stop = onChange([`cohort:${cohort.id}`], () => {
      heard += 1;
    });
    await Promise.all([takeReportBack(student, id), takeReportBack(student, id)]);
    await expect.poll(() => heard).toBe(1);
    stop();
    expect(await reportsOf(student)).toEqual([]);
    expect(await ownerDatabase().screenPicture.count({ where: { reportId: id } })).toBe(0);
  });
});
