import { afterEach, describe, expect, test } from "vitest";
import { aStudent } from "../../support/cast.ts";
import { aHostileProvider } from "../../support/hostile-provider.ts";
import { aKey, liveTestOf, paste } from "../../support/keys.ts";
import { ownerDatabase, rowsAs } from "../../support/roles.ts";
import { run, testRow } from "../../support/runs.ts";

const provider = aHostileProvider();

/** The trail takes no event of this kind: at once, or only when the transaction is to be committed. */
async function refuseEvents(kind: string, when: "at once" | "at commit"): Promise<void> {
  const timing =
    when === "at once" ? "BEFORE INSERT ON audit_event" : "AFTER INSERT ON audit_event DEFERRABLE INITIALLY DEFERRED";
  await rowsAs(
    "owner",
    `CREATE OR REPLACE FUNCTION refuse_event() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN IF NEW.kind = '${kind}' THEN RAISE 'the trail is full'; END IF; RETURN NEW; END $$;
     CREATE ${when === "at once" ? "" : "CONSTRAINT"} TRIGGER refused ${timing} FOR EACH ROW EXECUTE FUNCTION refuse_event()`,
  );
}

afterEach(() => rowsAs("owner", "DROP TRIGGER IF EXISTS refused ON audit_event"));

describe("T30: without a line in the audit trail", () => {
  test.each(["at once", "at commit"] as const)("that fails %s, no key is opened and nobody is called", async (when) => {
    const { student } = await aStudent();
    await paste(student, aKey());
    const id = await liveTestOf(student);
    provider.answer = (_, response) => void response.writeHead(200, { "content-type": "application/json" }).end("{}");
    await refuseEvents("credential.opened", when);
    await expect(run(id)).rejects.toThrow();
    expect(provider.seen).toEqual([]);
    // Nothing is said of the key: the job fails, and the next attempt goes on when the trail can be written again.
    expect(await testRow(id)).toMatchObject({ finishedAt: null, results: [] });

    await rowsAs("owner", "DROP TRIGGER refused ON audit_event");
    await run(id);
    expect(provider.seen.length).toBeGreaterThan(0);
    const opened = { kind: "credential.opened", subjectId: student.id };
    expect(await ownerDatabase().auditEvent.count({ where: opened })).toBe(1);
  });

  test.each(["at once", "at commit"] as const)("that fails %s, no key is saved either", async (when) => {
    const { student } = await aStudent();
    await refuseEvents("credential.saved", when);
    await expect(paste(student, aKey())).rejects.toThrow();
    expect(await ownerDatabase().apiCredential.count({ where: { userId: student.id } })).toBe(0);
    expect(await ownerDatabase().accessTest.count({ where: { userId: student.id } })).toBe(0);
  });
});
