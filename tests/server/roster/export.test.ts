import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { requireLesson } from "#server/cohort/asked/commands";
import { countRosterExport } from "#server/export/commands";
import { cohortsExported, fileOfTable } from "#server/export/queries";
import type { Manager } from "#server/viewer";
import { aManager, cast } from "../../support/cast.ts";
import { ownerDatabase } from "../../support/roles.ts";

const CSV = { cohort: null, shape: "csv", separator: ";" } as const;
type Wish = Partial<Omit<Parameters<typeof fileOfTable>[1], "what">>;

const textOf = async (manager: Manager, what: "people" | "needs" | "progress", wish: Wish = {}) =>
  Buffer.from(await new Response(await fileOfTable(manager, { ...CSV, ...wish, what })).arrayBuffer()).toString("utf8");

describe("a table of people", () => {
  test("is what Polish Excel opens, and runs nothing that somebody is called", async () => {
    const manager = await aManager();
    const [cohortId = ""] = manager.cohortIds;
    await cast().aStudent({ cohortId, name: '=HYPERLINK("x";"y")' });
    await cast().aStudent({ cohortId, name: "Żaneta; Łoś" });
    const text = await textOf(manager, "people");
    expect(text.startsWith("\uFEFFemail;name;cohort;role;")).toBe(true);
    const names = parse(text, { bom: true, delimiter: ";", columns: true }).map(
      (row) => (row as { name: string }).name,
    );
    expect(names.sort()).toEqual([`'=HYPERLINK("x";"y")`, "Prowadząca Próbna", "Żaneta; Łoś"]);
  });

  test("has a row for each of many, however many batches they are, and nobody of others", async () => {
    const [manager, other] = [await aManager(), await cast().aCohort()];
    const [cohortId = ""] = manager.cohortIds;
    await cast().aStudent({ cohortId: other.id, email: `obca-${cohortId}@example.com` });
    const people = Array.from({ length: 1_100 }, (_, n) => ({ email: `e${n}-${cohortId}@example.com`, name: "Ewa" }));
    const made = await ownerDatabase().user.createManyAndReturn({ data: people, select: { id: true } });
    await ownerDatabase().enrolment.createMany({
      data: made.map(({ id }) => ({ cohortId, userId: id, role: "student" as const })),
    });
    const rows = JSON.parse(await textOf(manager, "people", { shape: "json" })) as { email: string }[];
    expect([rows.length, new Set(rows.map(({ email }) => email)).size]).toEqual([1_101, 1_101]);
    expect(rows.some(({ email }) => email.startsWith("obca-"))).toBe(false);
    expect([
      await cohortsExported(manager, other.id),
      await textOf(manager, "people", { cohort: other.id, shape: "json" }),
    ]).toEqual([0, "[]\n"]);
  });

  test("says who needs help and where each student stands, step by step", async () => {
    const manager = await aManager();
    const [cohortId = ""] = manager.cohortIds;
    const student = await cast().aStudent({ cohortId, name: "Ewa" });
    await cast().aTick(student.id, "openai-konto");
    await cast().aProof(student.id, "openai-klucz");
    await cast().aHelpRequest(student.id, "Pomocy");
    await cast().settle(student.id);
    expect(JSON.parse(await textOf(manager, "needs", { shape: "json" }))).toMatchObject([
      { name: "Ewa", status: "asked" },
    ]);
    expect(JSON.parse(await textOf(manager, "progress", { shape: "json" }))).toMatchObject([
      {
        name: "Ewa",
        "openai-konto": "ticked",
        "openai-klucz": "proven",
        "srodki-zakup": null,
        required_done: 2,
        required_total: 10,
      },
    ]);
    await requireLesson(manager, cohortId, { module: "modul-1", lesson: "srodki", isRequired: false }, new Date());
    expect(JSON.parse(await textOf(manager, "progress", { shape: "json" }))).toMatchObject([
      { required_done: 2, required_total: 8 },
    ]);
    expect(await textOf(manager, "needs", { separator: "," })).toContain("email,name,cohort");
  });

  test("is written into the trail with whoever took it", async () => {
    const manager = await aManager();
    expect(await countRosterExport(manager, "people", 1)).toEqual({ allowed: true });
    expect(await ownerDatabase().auditEvent.findFirst({ where: { actorId: manager.id } })).toMatchObject({
      ...{ kind: "export.roster", facts: { what: "people", cohorts: 1 } },
    });
  });
});
