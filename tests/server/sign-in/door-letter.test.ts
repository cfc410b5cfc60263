import { describe, expect, test } from "vitest";
import type { JobData } from "#server/jobs/queues";
import { renewRecoveryCodes, showRecoveryCode } from "#server/second-factor/commands";
import { tellOfDoor } from "#server/sign-in/letter";
import { anInstructorWithApp, aSession, asOwner, NOW } from "../../support/factor.ts";
import { takeJobs } from "../../support/jobs.ts";
import { aMailbox } from "../../support/mailbox.ts";
import { asWorker, ownerDatabase, rowsAs } from "../../support/roles.ts";

const mailbox = aMailbox();
const lettersTo = (email: string) => mailbox.letters.filter((letter) => letter.includes(`To: ${email}`));

async function posted(...jobs: readonly JobData["door-letter"][]) {
  for (const job of jobs) await asWorker(() => tellOfDoor(job));
}

describe("a change of the ways of signing in", () => {
  test("is told to its person, each once, with the way to the page where it can be undone", async () => {
    const { instructor, half, codes } = await anInstructorWithApp(NOW);
    await showRecoveryCode(half, codes[0] ?? "", await aSession(instructor), NOW);
    const jobs = await takeJobs("door-letter");
    expect(jobs.map(({ letter }) => letter)).toEqual(["second_factor_set", "recovery_code_used"]);
    await posted(...jobs, ...jobs);
    const letters = lettersTo(instructor.email);
    expect(letters).toHaveLength(2);
    expect(letters[0]).toContain("Drugi krok logowania jest włączony");
    expect(letters[1]).toContain("Ktoś wszedł kodem zapasowym");
    for (const letter of letters) {
      expect(letter).toContain("http://127.0.0.1:3000/account");
      for (const code of codes) expect(letter).not.toContain(code);
    }
  });

  test("is told in the language of its person", async () => {
    const { instructor } = await anInstructorWithApp(NOW);
    await ownerDatabase().user.update({ where: { id: instructor.id }, data: { locale: "en" } });
    await posted(...(await takeJobs("door-letter")));
    expect(lettersTo(instructor.email).join()).toContain("The second step of signing in is on");
  });

  test("that a refused code did not make is told to nobody, and neither are new codes that one asked for", async () => {
    const { instructor, half } = await anInstructorWithApp(NOW);
    await takeJobs("door-letter");
    await showRecoveryCode(half, "00000-00000", await aSession(instructor), NOW);
    await renewRecoveryCodes(asOwner(instructor, NOW));
    expect(await takeJobs("door-letter")).toEqual([]);
  });

  test("is not told to somebody who has left the course meanwhile", async () => {
    const { instructor } = await anInstructorWithApp(NOW);
    await rowsAs("owner", "DELETE FROM enrolment WHERE user_id = $1", [instructor.id]);
    await posted(...(await takeJobs("door-letter")));
    expect(lettersTo(instructor.email)).toEqual([]);
  });
});
