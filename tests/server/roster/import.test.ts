import { describe, expect, test } from "vitest";
import { forgetWhatIsOver } from "#server/retention/over";
import { confirmImport } from "#server/roster/commands";
import { importRoster } from "#server/roster/importing";
import { importOf } from "#server/roster/queries";
import { aManager, cast } from "../../support/cast.ts";
import { takeJobs } from "../../support/jobs.ts";
import { inUtf8, inUtf16, inWindows1250 } from "../../support/list-bytes.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";
import { bring, doImports, importFully, lookAt, studentsOf } from "../../support/roster.ts";

let turn = 0;
/** Addresses that no other test has. */
const domain = () => `d${turn++}-${Date.now()}.example.pl`;
const cohortOf = ({ cohortIds }: { cohortIds: readonly string[] }) => cohortIds[0] ?? "";

describe("a list", () => {
  const people = (at: string) => [`Ewa Żak <ewa@${at}>`, `Łukasz Ślęk <lukasz@${at}>`];
  test.each([
    [
      "Polish Excel",
      (at: string) => inWindows1250(`E-mail;Imię;Nazwisko\r\newa@${at};Ewa;Żak\r\nlukasz@${at};Łukasz;Ślęk\r\n`),
    ],
    [
      "Moodle",
      (at: string) =>
        inUtf16(
          `username\tfirstname\tlastname\temail\tcity\newa\tEwa\tŻak\tewa@${at}\tŁódź\nlukasz\tŁukasz\tŚlęk\tlukasz@${at}\t\n`,
        ),
    ],
    [
      "a Canvas gradebook",
      (at: string) =>
        inUtf8(
          `Student,ID,SIS Login ID,Section,Zadanie (7)\n    Points Possible,,,,10\n"Żak, Ewa",1,ewa@${at},A,EX\n"Ślęk, Łukasz",2,lukasz@${at},A,N/A\n"Student, Test",3,,A,\n`,
        ),
    ],
    ["Google Sheets", (at: string) => inUtf8(`Email,Name\newa@${at},Ewa Żak\nlukasz@${at},Łukasz Ślęk`)],
    ["a list without headers", (at: string) => inUtf8(`Ewa Żak;ewa@${at}\nŁukasz Ślęk;lukasz@${at}`)],
  ])("of %s comes in whole, and twice is once", async (_, fileAt) => {
    const [manager, at] = [await aManager(), domain()];
    expect(await importFully(manager, fileAt(at))).toMatchObject({ added: 2, changed: 0, done: 2, total: 2, rows: [] });
    expect(await studentsOf(cohortOf(manager))).toEqual(people(at));
    const { diff } = await lookAt(manager, fileAt(at));
    expect([diff.changes.map(({ kind }) => kind), diff.wrong]).toEqual([["same", "same"], []]);
  });

  test("corrects names of students, and removes nobody whom it does not name", async () => {
    const [manager, at] = [await aManager(), domain()];
    await importFully(manager, `email,name\newa@${at},Ewa Lis\nola@${at},Ola Maj`);
    expect(await importFully(manager, `email,name\newa@${at},Ewa Wilk`)).toMatchObject({ added: 0, changed: 1 });
    expect(await studentsOf(cohortOf(manager))).toEqual([`Ewa Wilk <ewa@${at}>`, `Ola Maj <ola@${at}>`]);
  });

  test("says nothing of somebody else's student, and leaves their name alone", async () => {
    const [manager, other] = [await aManager(), await cast().aCohort()];
    const theirs = await cast().aStudent({ cohortId: other.id, name: "Prawdziwe Nazwisko" });
    const list = await lookAt(manager, `email,name\n${theirs.email},Inne Nazwisko`);
    expect(list.diff.changes).toMatchObject([{ kind: "new", name: "Inne Nazwisko" }]);
    expect(JSON.stringify(list)).not.toContain("Prawdziwe");
    await confirmImport(manager, { importId: list.id, invites: false }, new Date());
    await doImports();
    expect(await studentsOf(cohortOf(manager))).toEqual([`Prawdziwe Nazwisko <${theirs.email}>`]);
  });

  test("leaves what staff are called and what they may as they are", async () => {
    const manager = await aManager();
    const assistant = await cast().anAssistant({ cohortId: cohortOf(manager), name: "Asystentka" });
    const { diff } = await lookAt(manager, `email,name\n${assistant.email},Inna\n${manager.email},Inna`);
    expect(diff.changes.map(({ kind }) => kind)).toEqual(["same", "same"]);
  });

  test("goes to the cohorts that its rows name, if they are the manager's", async () => {
    const [one, two] = [await cast().aCohort({ name: "Poranna" }), await cast().aCohort({ name: "Wieczorna" })];
    const foreign = await cast().aCohort({ name: "Obca" });
    const [manager, at] = [await aManager(one.id, two.id), domain()];
    await importFully(manager, `email;grupa\na@${at};Wieczorna\nb@${at};\nc@${at};${foreign.name}`);
    expect(await Promise.all([one, two, foreign].map(({ id }) => studentsOf(id)))).toEqual([
      ...[[`b <b@${at}>`], [`a <a@${at}>`], []],
    ]);
  });

  test("that is confirmed twice at once is written once, and its new people are each written to", async () => {
    const [manager, at] = [await aManager(), domain()];
    await takeJobs("invitation");
    const { id } = await lookAt(manager, `email\na@${at}\nb@${at}`);
    const yes = () => confirmImport(manager, { importId: id, invites: true }, new Date());
    expect(await Promise.all([yes(), yes()])).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    const jobs = await takeJobs("roster-import");
    expect(jobs).toHaveLength(1);
    await Promise.all([asWorker(() => importRoster(id)), asWorker(() => importRoster(id))]);
    expect(await ownerDatabase().rosterImport.findUnique({ where: { id } })).toMatchObject({ added: 2, done: 2 });
    expect((await takeJobs("invitation")).flatMap(({ userIds }) => userIds)).toHaveLength(2);
  });

  test("is nobody else's to see or to confirm, and no cohort of others takes one in", async () => {
    const [manager, stranger, colleague] = [await aManager(), await aManager(), null];
    const second = await aManager(cohortOf(manager));
    expect(colleague).toBeNull();
    const { id } = await lookAt(manager, `email\na@${domain()}`);
    for (const other of [stranger, second]) {
      expect(await importOf(other, id, new Date())).toBeNull();
      expect(await confirmImport(other, { importId: id, invites: false }, new Date())).toMatchObject({ ok: false });
    }
    expect(await bring(stranger, "email\na@b.pl", cohortOf(manager))).toMatchObject({ refusal: "not_found" });
    const unknown = "01997b3e-0000-7000-8000-000000000001";
    expect(await importOf(manager, unknown, new Date())).toBeNull();
  });

  test("is gone after an hour", async () => {
    const manager = await aManager();
    const { id } = await lookAt(manager, `email\na@${domain()}`);
    const later = new Date(Date.now() + 61 * 60_000);
    expect(await importOf(manager, id, later)).toBeNull();
    expect(await confirmImport(manager, { importId: id, invites: false }, later)).toMatchObject({
      refusal: "not_found",
    });
    await asWorker(() => forgetWhatIsOver(later));
    expect(await ownerDatabase().rosterImport.findUnique({ where: { id } })).toBeNull();
  });

  test("stops where its manager loses the cohort meanwhile", async () => {
    const manager = await aManager();
    const { id } = await lookAt(manager, `email\na@${domain()}`);
    await confirmImport(manager, { importId: id, invites: false }, new Date());
    await ownerDatabase().enrolment.deleteMany({ where: { userId: manager.id } });
    await doImports();
    expect(await studentsOf(cohortOf(manager))).toEqual([]);
  });

  test("of ten thousand is written in seconds, part by part", async () => {
    const [manager, at] = [await aManager(), domain()];
    const lines = Array.from({ length: 10_000 }, (_, n) => `osoba${n}@${at};Imię ${n};Nazwisko`);
    const began = performance.now();
    const done = await importFully(manager, `email;imię;nazwisko\n${lines.join("\n")}`);
    expect(done).toMatchObject({ added: 10_000, done: 10_000, total: 10_000 });
    expect(performance.now() - began).toBeLessThan(60_000);
    await ownerDatabase().user.deleteMany({ where: { email: { endsWith: at } } });
  }, 120_000);
});
