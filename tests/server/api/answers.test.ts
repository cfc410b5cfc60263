import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { openApi } from "#server/api/queries";
import type { ResourceName } from "#server/api/resources";
import { requireLesson } from "#server/cohort/asked/commands";
import { askForHelp, withdrawHelpRequest } from "#server/help/commands";
import { allOf, ask, aToken, pageOf } from "../../support/api.ts";
import { aManager, aStudent, asStudent, cast } from "../../support/cast.ts";
import { ago, DAY_MS, settle, tested } from "../../support/help.ts";
import { ownerDatabase } from "../../support/roles.ts";

/** A cohort with somebody whom everything has happened to, and an instructor's token. */
async function aScene() {
  const { student, cohort } = await aStudent({ name: "Celina Zielona" });
  const instructor = await aManager(cohort.id);
  await cast().aTick(student.id, "openai-konto", ago(DAY_MS));
  await cast().aProof(student.id, "openai-klucz", ago(DAY_MS / 2));
  const message = { pasted: "Tajny komunikat", cause: "key_invalid" as const };
  await askForHelp(student, { note: "Nie wiem", stepId: "openai-klucz", message });
  return { student, cohort, instructor, token: await aToken(instructor) };
}

type Operation = { responses: { 200: { content: { "application/json": { schema: object } } } } };

describe("openapi.json", () => {
  const { paths, openapi } = openApi() as { openapi: string; paths: Record<string, { get: Operation }> };
  const ajv = new Ajv2020({ strict: false, validateFormats: false });

  test("is of version 3.1 and knows every list", () => {
    expect(openapi).toBe("3.1.0");
    expect(Object.keys(paths)).toHaveLength(6);
  });

  test("says of every list what is really answered", async () => {
    const { student, token } = await aScene();
    await withdrawHelpRequest((await aScene()).student);
    for (const [path, { get }] of Object.entries(paths)) {
      const name = path.endsWith("events") ? "events" : (path.slice(1) as ResourceName);
      const page = await pageOf(
        ask(name, "?limit=200".repeat(Number(name !== "steps")), { token, student: student.id }),
      );
      expect(page.data.length, path).toBeGreaterThan(0);
      const { schema } = get.responses[200].content["application/json"];
      expect(ajv.validate(schema, page), `${path}: ${ajv.errorsText()}`).toBe(true);
      expect(ajv.validate(schema, { data: [{}], next: null }), path).toBe(false);
    }
  });
});

describe("the lists", () => {
  test("say where a student stands", async () => {
    const { student, cohort, token } = await aScene();
    const { data } = await pageOf(ask("students", `?cohort=${cohort.id}`, { token }));
    expect(data).toMatchObject([{ id: student.id, name: "Celina Zielona", status: "asked", step_id: "openai-klucz" }]);
    expect(data[0]?.progress).toMatchObject({ done: 2, proven: 1, finished: false });
    const kinds = (await pageOf(ask("events", "", { token, student: student.id }))).data.map(({ kind }) => kind);
    expect(kinds).toEqual(["ticked", "proven"]);
  });

  test("say what a cohort requires, and count a student by that", async () => {
    const { instructor, cohort, token } = await aScene();
    const place = { module: "modul-1", lesson: "srodki", isRequired: false };
    const total = async () => (await pageOf(ask("students", "", { token }))).data[0]?.progress;
    const before = (await total()) as { total: number };
    await requireLesson(await aManager(cohort.id), cohort.id, place, new Date());
    const optionalIn = async (query: string) =>
      (await pageOf(ask("steps", query, { token }))).data.find(({ id }) => id === "openai-srodki")?.optional;
    expect([await optionalIn(""), await optionalIn(`?cohort=${cohort.id}`)]).toEqual([true, true]);
    expect(await total()).toMatchObject({ total: before.total - 2 });
    const other = await cast().aCohort();
    await ownerDatabase().enrolment.create({ data: { cohortId: other.id, userId: instructor.id, role: "instructor" } });
    expect([await optionalIn(""), await optionalIn(`?cohort=${cohort.id}`)]).toEqual([false, true]);
  });

  test("give a note and never what was pasted, and names to those alone who may read them", async () => {
    const { student, instructor, token } = await aScene();
    const answer = await (await ask("help-requests", "", { token })).text();
    expect(answer).toContain("Nie wiem");
    expect(answer).not.toContain("Tajny");
    const nameless = await aToken(instructor, ["help:read", "blockers:read"]);
    for (const name of ["help-requests", "blockers"] as const)
      expect((await pageOf(ask(name, "", { token: nameless }))).data).toMatchObject([
        { student: { id: student.id, name: null, email: null } },
      ]);
  });

  test("are filtered by status, cause, state, cohort and time", async () => {
    const cohort = await cast().aCohort();
    const token = await aToken(await aManager(cohort.id));
    const add = async (name: string) => asStudent(await cast().aStudent({ cohortId: cohort.id, name }), cohort.slug);
    const [calm, failing, asking] = [await add("spokojna"), await add("nieudana"), await add("pytająca")];
    await settle(calm);
    await tested(failing, [30, "key_invalid"], [20, "key_invalid"], [10, "key_invalid"]);
    await askForHelp(asking, { note: "?", stepId: null });
    await withdrawHelpRequest(asking);
    const namesOf = async (query: string) =>
      (await pageOf(ask("students", query, { token }))).data.map(({ name }) => name).sort();
    expect(await namesOf("?status=blocked")).toEqual(["nieudana"]);
    expect(await namesOf("?cause=key_invalid")).toEqual(["nieudana"]);
    expect(await namesOf("?status=none")).toEqual(["pytająca", "spokojna"]);
    expect(await namesOf(`?cohort=${cohort.id}`)).toHaveLength(3);
    expect((await ask("students", `?cohort=${crypto.randomUUID()}`, { token })).status).toBe(404);
    const statuses = async (query: string) =>
      (await pageOf(ask("blockers", query, { token }))).data.map(({ status }) => status);
    expect(await statuses("")).toEqual(["blocked"]);
    expect(await statuses("?state=closed")).toEqual(["asked"]);
    expect(await statuses("?state=all")).toHaveLength(2);
    expect(await statuses(`?state=closed&since=${ago(DAY_MS).toISOString()}`)).toEqual(["asked"]);
    expect(await statuses(`?state=all&since=${new Date(Date.now() + DAY_MS).toISOString()}`)).toEqual([]);
  });

  test("of somebody else's student are as if there were none", async () => {
    const { student } = await aScene();
    const token = await aToken(await aManager());
    for (const id of [student.id, crypto.randomUUID(), "x"])
      expect((await ask("events", "", { token, student: id })).status).toBe(404);
    expect((await pageOf(ask("blockers", "?state=all", { token }))).data).toEqual([]);
    expect((await pageOf(ask("help-requests", "?state=all", { token }))).data).toEqual([]);
  });
});

describe("pages", () => {
  test("show each row once, while rows are added before and behind and deleted", async () => {
    const cohort = await cast().aCohort();
    const token = await aToken(await aManager(cohort.id));
    const there = await Promise.all(Array.from({ length: 7 }, () => cast().aStudent({ cohortId: cohort.id })));
    const [first] = there.map(({ id }) => id).sort();
    let isFirst = true;
    const rows = await allOf("students", "limit=2", { token }, async () => {
      if (isFirst) await ownerDatabase().user.delete({ where: { id: first ?? "" } });
      isFirst = false;
      await cast().aStudent({ cohortId: cohort.id });
    });
    const seen = rows.map(({ id }) => id);
    expect(new Set(seen).size).toBe(seen.length);
    expect(there.filter(({ id }) => !seen.includes(id))).toEqual([]);
  });

  test("of events that happened in the same millisecond lose none", async () => {
    const { student, cohort } = await aStudent();
    const token = await aToken(await aManager(cohort.id));
    const at = new Date();
    for (const stepId of ["a", "b", "c", "d", "e"])
      await ownerDatabase().stepEvent.create({ data: { userId: student.id, stepId, kind: "ticked", at } });
    const rows = await allOf("events", "limit=2", { token, student: student.id });
    expect(rows.map(({ step_id }) => step_id).sort()).toEqual(["a", "b", "c", "d", "e"]);
  });

  test.each(["?limit=0", "?limit=201", "?cursor=%00", "?cursor=abc", "?since=yesterday", "?colour=red", "?cohort=x"])(
    "asked for with %s are refused with the name of what is wrong",
    async (query) => {
      const token = await aToken(await aManager());
      const answer = await ask("blockers", query, { token });
      expect(answer.status).toBe(400);
      const { errors } = (await answer.json()) as { errors: { parameter: string }[] };
      expect(errors).toMatchObject([{ parameter: query.slice(1).split("=")[0] }]);
    },
  );

  test("that have not changed are told by their ETag, and kept by nobody in between", async () => {
    const { student, token } = await aScene();
    const first = await ask("help-requests", "", { token });
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("cache-control")).toContain("private");
    expect(first.headers.get("access-control-allow-origin")).toBeNull();
    const again = await ask("help-requests", "", { token, headers: { "if-none-match": `W/${etag}, "x"` } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    await withdrawHelpRequest(student);
    expect((await ask("help-requests", "", { token, headers: { "if-none-match": etag } })).status).toBe(200);
  });
});
