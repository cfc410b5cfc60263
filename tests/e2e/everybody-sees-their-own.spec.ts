import { CALLS } from "../support/access/calls.ts";
import { KNOCKS } from "../support/access/knocks.ts";
import { type Answers, ROLES, type Role } from "../support/access/roles.ts";
import { call, knock } from "./support/asking.ts";
import { expect, test } from "./support/journey.ts";
import { aScene, stateOf } from "./support/scene.ts";

/** What Next's own links ask for, and what a film's player asks for. */
const OTHER_WAYS = [{ RSC: "1" }, { RSC: "1", "next-router-prefetch": "1" }, { range: "bytes=0-99" }];
/** Only somebody who is signed in may read these: of a lesson, of the desk, of a film. */
const OF_THE_COURSE = ["Załóż konto OpenAI", "platform.openai.com", "Nikt teraz nie potrzebuje", "WEBVTT"];

const byRole = (answers: Answers) => Object.fromEntries(ROLES.map((role, at) => [role, answers[at]]));

for (const row of KNOCKS) {
  const { path, form, answers } = row;
  test(`T9: ${form ? "a form to " : ""}${path} gives everybody their own`, async ({ database }) => {
    const scene = await aScene(database);
    const found: Partial<Record<Role, string>> = {};
    for (const role of ROLES) {
      const before = form && (await stateOf(database, scene.studentId));
      const { answer, text } = await knock(row, role, scene);
      found[role] = answer;
      if (role === "a stranger") for (const word of OF_THE_COURSE) expect(text).not.toContain(word);
      if (form) expect([role, await stateOf(database, scene.studentId)]).toEqual([role, before]);
    }
    expect(found).toEqual(byRole(answers));
  });
}

test("T9: no other way of asking for a page tells more than the page", async ({ database }) => {
  test.setTimeout(180_000);
  const scene = await aScene(database);
  const page = await knock({ path: "/account" }, "the student", scene, { RSC: "1" });
  expect([page.answer, page.text.includes("<html")]).toEqual(["their page", false]);
  for (const row of KNOCKS.filter(({ form }) => !form)) {
    for (const [at, role] of ROLES.entries()) {
      for (const headers of OTHER_WAYS) {
        const { isTheirs, text } = await knock(row, role, scene, headers);
        const where = [row.path, role, JSON.stringify(headers)];
        if (role === "a stranger")
          expect([...where, OF_THE_COURSE.filter((word) => text.includes(word))]).toEqual([...where, []]);
        if (role !== "the student" && row.answers[at] !== "their page")
          expect([...where, isTheirs]).toEqual([...where, false]);
      }
    }
  }
});

for (const row of CALLS) {
  const { action, answers, isTesting = false } = row;
  test(`T9: ${action} changes what its caller may change`, async ({ database }) => {
    const scene = await aScene(database, { isTesting });
    const found: Partial<Record<Role, string>> = {};
    for (const role of ROLES) {
      const before = await stateOf(database, scene.studentId);
      const answer = await call(row, role, scene);
      const hasChanged = (await stateOf(database, scene.studentId)) !== before;
      found[role] = answer === "done" && hasChanged ? "changed" : `${answer}${hasChanged ? ", and changed" : ""}`;
    }
    expect(found).toEqual(byRole(answers));
  });
}
