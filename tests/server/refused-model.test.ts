import { beforeAll, describe, expect, test } from "vitest";
import { tellOfModel } from "#server/provider/refused-model";
import { aStudent } from "../support/cast.ts";
import { jobsOf, takeJobs } from "../support/jobs.ts";
import { pasteFor } from "../support/keys.ts";
import { aMailbox } from "../support/mailbox.ts";
import { aProvider } from "../support/provider.ts";
import { asWorker, ownerDatabase } from "../support/roles.ts";
import { run, verdictsOf } from "../support/runs.ts";

aProvider();
const mailbox = aMailbox();
const OPERATOR = "operator@example.com";

beforeAll(() => {
  process.env.OPERATOR_MAIL = OPERATOR;
});

describe("a model that the provider does not know any more", () => {
  test("says nothing of the student, and the operator hears of it once, however many meet it", async () => {
    for (const situation of ["model_withdrawn", "model_unknown", "model_withdrawn"] as const) {
      const { student } = await aStudent();
      await run(await pasteFor(student, situation));
      expect((await verdictsOf(student))[2]).toBe("inconclusive model_withdrawn");
      expect(await ownerDatabase().blocker.count({ where: { userId: student.id } })).toBe(0);
    }
    expect(await jobsOf("model-mail")).toHaveLength(1);
    const [job] = await takeJobs("model-mail");
    await asWorker(() => tellOfModel(job ?? { check: "" }));
    const letter = mailbox.letterTo(OPERATOR);
    expect(letter).toContain("gpt-5-nano");
    expect(letter).toContain("content/prices.yaml");
  });
});
