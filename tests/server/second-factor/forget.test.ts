import { spawnSync } from "node:child_process";
import { expect, inject, test } from "vitest";
import { showRecoveryCode } from "#server/second-factor/commands";
import { factorOf } from "#server/second-factor/queries";
import { roleAddress } from "../../../scripts/database/roles.ts";
import { anInstructorWithApp, aSession, NOW, sessionRow } from "../../support/factor.ts";
import { addressOf, ownerDatabase } from "../../support/roles.ts";

/** `npm run second-factor` over this test's database. */
function command(...words: readonly string[]) {
  const { passwords } = inject("cluster");
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: addressOf("owner"),
    WEB_DATABASE_URL: roleAddress(addressOf("owner"), "web", passwords),
    WORKER_DATABASE_URL: roleAddress(addressOf("owner"), "worker", passwords),
  } as unknown as NodeJS.ProcessEnv;
  const args = ["--conditions=react-server", "scripts/second-factor.ts", ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

test("an operator takes a lost second factor: app, codes and sessions are gone, and the trail says so", async () => {
  const { instructor, half, codes, session } = await anInstructorWithApp(NOW);
  const { status, said } = command("forget", instructor.email, "--yes");
  expect([status, said]).toEqual([0, expect.stringContaining("apps and passkeys taken: 1")]);
  expect(await factorOf(instructor)).toBeNull();
  expect(await sessionRow(session.token)).toBeNull();
  const shown = await showRecoveryCode(half, codes[0] ?? "", await aSession(instructor), NOW);
  expect(shown).toMatchObject({ refusal: "wrong_code" });
  const where = { subjectId: instructor.id, kind: "login.second_factor_removed" };
  expect(await ownerDatabase().auditEvent.findMany({ where, select: { facts: true } })).toEqual([
    { facts: { by: "operator", ways: 1 } },
  ]);
});

test.each([
  [["forget", "nikt@example.com", "--yes"], "Nobody has the address"],
  [["forget", "nikt", "--yes"], "is not an e-mail address"],
  [["forget", "nikt@example.com"], "npm run second-factor -- forget ADDRESS --yes"],
  [[], "npm run second-factor -- forget ADDRESS --yes"],
])("%j changes nothing and says why", (words, why) => {
  expect(command(...words)).toEqual({ status: 1, said: expect.stringContaining(why) });
});
