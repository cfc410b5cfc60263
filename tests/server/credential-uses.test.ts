import { describe, expect, test } from "vitest";
import { keyUsesOf } from "#server/credential/queries";
import { aStudent } from "../support/cast.ts";
import { rowsAs } from "../support/roles.ts";

describe("the history of a key", () => {
  test("is there whatever facts somebody has written into the audit trail", async () => {
    const { student } = await aStudent();
    const forge =
      "INSERT INTO audit_event (id, kind, subject_id, facts) VALUES (gen_random_uuid(), 'credential.opened', $1, $2)";
    for (const facts of ['{"testId": "x"}', '{"testId": 7}', '{"testId": null}', "[]", '"x"'])
      await rowsAs("web", forge, [student.id, facts]);
    expect((await keyUsesOf(student)).map(({ kind, trigger, checks }) => [kind, trigger, checks])).toEqual(
      Array.from({ length: 5 }, () => ["opened", null, []]),
    );
  });
});
