import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { PrismaClient } from "#server/database/generated/client";
import { connected } from "../../scripts/database/connection.ts";
import { ROOT } from "../../scripts/setting/operator.ts";
import { FORMS, formsOf, foundIn, type Place, tracesOf } from "../support/leftovers.ts";
import { addresses } from "./support/addresses.ts";
import { expect, test } from "./support/journey.ts";
import { COMMON_PART, madeKeys } from "./support/keys.ts";
import { mails, tablesOf } from "./support/leftovers.ts";
import { adminAddress, DATA_DIR } from "./support/portal.ts";

// Playwright runs this when all other journeys are over.

/** What no student's key can be in, and what has the keys of the vault. */
const LEFT_OUT = /^(?:vault|web|web-at-\d+)(?:\/|$)/;

/** Every file below a folder; where PostgreSQL's is a link, what it leads to. */
function filesBelow(folder: string, name = ""): Place[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const [path, below] = [join(folder, entry.name), join(name, entry.name)];
    if (LEFT_OUT.test(below)) return [];
    if (entry.isFile()) return [{ name: below, text: readFileSync(path) }];
    const isFolder = entry.isDirectory() || below === "postgres";
    return isFolder ? filesBelow(path, below) : [];
  });
}

/** Log files, mailbox, PostgreSQL's own files, the build's cache; the rows of all tables; the mails. */
async function everySink(database: PrismaClient): Promise<Place[]> {
  await connected(adminAddress(), (client) => client.query("CHECKPOINT"));
  const cache = join(ROOT, ".next/cache");
  return [
    ...filesBelow(DATA_DIR),
    ...filesBelow(cache, relative(ROOT, cache)),
    ...(await tablesOf(database)),
    ...(await mails()),
  ];
}

test("T11, T1: no key that any journey used is in a log, a table, a job, a mail, a cache or a file of the database", async ({
  database,
  student,
}) => {
  test.setTimeout(240_000);
  const keys = madeKeys();
  expect(keys.length).toBeGreaterThan(0);
  const traces = [...keys.flatMap(({ key, secret }) => tracesOf(key, { secret })), ...formsOf(COMMON_PART)];

  const sinks = await everySink(database);
  const names = sinks.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(["log/web.log", "log/worker.log", "public.credential_secret", "pgboss.job"]),
  );
  expect(foundIn(sinks, traces)).toEqual([]);

  // From here on the data are spoilt, on purpose: the same search finds what is there, in each form and each kind of place.
  const part = keys[0]?.secret.slice(20, 40) ?? "";
  const text = formsOf(part).join("\n");
  await database.messageReport.create({ data: { userId: student.id, text } });
  for (const [form, written] of Object.entries(FORMS))
    appendFileSync(join(addresses.logs, `planted ${form}.log`), written(part).at(-1) ?? "");
  const found = foundIn(await everySink(database), traces);
  expect(found).toEqual(
    expect.arrayContaining(["public.message_report", ...Object.keys(FORMS).map((form) => `log/planted ${form}.log`)]),
  );
  expect(found.filter((name) => /^postgres\/data\/base\//.test(name))).not.toEqual([]);
  expect(found.filter((name) => /^postgres\/data\/pg_wal\//.test(name))).not.toEqual([]);
});
