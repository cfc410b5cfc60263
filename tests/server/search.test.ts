import { describe, expect, test, vi } from "vitest";
import { countTyping } from "#server/search/commands";
import { searchFor } from "#server/search/queries";
import type { Student, Viewer } from "#server/viewer";
import { aStudent } from "../support/cast.ts";
import { dump } from "../support/dump.ts";

const viewerOf = (student: Student): Viewer => ({
  person: student,
  student,
  instructor: null,
  cohorts: [],
  signedInAt: null,
});
const WISH = { locale: "pl", most: 8 } as const;

describe("a question", () => {
  test("is kept nowhere: no table, no log", async () => {
    const looking = viewerOf((await aStudent()).student);
    const written = vi.spyOn(process.stdout, "write");
    const mark = `nikttegoniezapisal${looking.person.id.replaceAll("-", "")}`;
    expect(await countTyping(looking)).toEqual({ allowed: true });
    await searchFor(looking, `klucz ${mark}`, WISH);
    expect(await dump()).not.toContain(mark);
    expect(written.mock.calls.join("\n")).not.toContain(mark);
    written.mockRestore();
  });
});

describe("somebody who types", () => {
  test("for long is asked to wait in the end, and nobody else is", async () => {
    const [typist, other] = await Promise.all([aStudent(), aStudent()]);
    const counted = await Promise.all(Array.from({ length: 320 }, () => countTyping(viewerOf(typist.student))));
    expect(counted.filter(({ allowed }) => allowed)).toHaveLength(300);
    expect(await countTyping(viewerOf(typist.student))).toMatchObject({ allowed: false });
    expect(await countTyping(viewerOf(other.student))).toEqual({ allowed: true });
  });
});
