import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { keyOf } from "../../../scripts/simulator/keys.ts";
import { aStudent } from "../../support/cast.ts";
import { aKey, liveTestOf, paste } from "../../support/keys.ts";
import { FORMS, foundIn, type Place, tracesOf } from "../../support/leftovers.ts";
import { aProvider } from "../../support/provider.ts";
import { ownerDatabase, rowsAs } from "../../support/roles.ts";
import { run } from "../../support/runs.ts";

aProvider();

const one = async (sql: string, ...values: unknown[]): Promise<string> =>
  String(Object.values((await rowsAs("admin", sql, values))[0] ?? {})[0]);

const walFile = () => one("SELECT pg_walfile_name(pg_current_wal_insert_lsn())");

const filesIn = (folder: string, isWanted = (_: string) => true): Place[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && isWanted(entry.name))
    .flatMap(({ parentPath, name }) => placeAt(join(parentPath, name)));

/** PostgreSQL takes files away when it likes. */
function placeAt(name: string): Place[] {
  try {
    return [{ name, text: readFileSync(name) }];
  } catch {
    return [];
  }
}

/** This database's own files, whatever the cluster keeps for all, its write-ahead log since `from`, and what it has logged. */
async function atRest(from: string): Promise<Place[]> {
  await rowsAs("admin", "CHECKPOINT");
  const [data, oid, to] = await Promise.all([
    one("SHOW data_directory"),
    one("SELECT oid FROM pg_database WHERE datname = current_database()"),
    walFile(),
  ]);
  const folders = readdirSync(data, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const shared = folders.map(({ name }) => name).filter((name) => name !== "base" && name !== "pg_wal");
  return [
    ...filesIn(join(data, "base", oid)),
    ...filesIn(join(data, "base"), (name) => name.startsWith("pgsql_tmp")),
    ...filesIn(join(data, "pg_wal"), (name) => name >= from && name <= to),
    ...shared.flatMap((name) => filesIn(join(data, name))),
    ...placeAt(inject("cluster").logFile),
  ];
}

// Before the first connection of a role, so that each statement is logged with all that it was given.
beforeAll(async () => {
  const name = await one("SELECT current_database()");
  await rowsAs("admin", `ALTER DATABASE ${name} SET log_statement = 'all'`);
});

describe("T1: at rest", () => {
  test("no part of a saved key is in the database's files, its write-ahead log, its temporary files or its log", {
    timeout: 120_000,
  }, async () => {
    const from = await walFile();
    const keys = [aKey(), aKey(), keyOf("good", aKey().slice(20, 80))];
    const { student, email } = await aStudent();
    for (const key of keys) {
      await paste(student, key);
      await run(await liveTestOf(student));
    }
    const traces = keys.flatMap((key) => tracesOf(key, { secret: key.slice(14) }));
    const places = await atRest(from);
    expect(foundIn(places, [email]).length).toBeGreaterThan(2);
    expect(foundIn(places, traces)).toEqual([]);

    const part = keys[0]?.slice(40, 60) ?? "";
    for (const written of Object.values(FORMS))
      await ownerDatabase().messageReport.create({
        data: { userId: student.id, text: `${student.id} ${written(part).join("\n")}` },
      });
    const found = foundIn(await atRest(from), traces).join("\n");
    for (const kind of [/\/base\/\d+\//, /\/pg_wal\//, /\.log$/m]) expect(found).toMatch(kind);
  });
});
