import type { PrismaClient } from "#server/database/generated/client";
import { castIn } from "../../scripts/seed/cast.ts";
import { expect, test } from "./support/journey.ts";
import { aKey } from "./support/keys.ts";
import { anOwnDatabase, aWebOver, held } from "./support/own-portal.ts";
import { formTokenIn, sessionCookieOf } from "./support/session.ts";

test.describe.configure({ mode: "default", timeout: 120_000 });

/** Where a save is held, in the order of its statements, and how many connections of two saves wait there. */
const POINTS = [
  { moment: "its uses are counted", table: "rate_limit", waits: 4 },
  { moment: "what is known of the key is written", table: "api_credential", waits: 2 },
  { moment: "the sealed bytes are written", table: "credential_secret", waits: 2 },
  { moment: "the test is written", table: "access_test", waits: 2 },
  { moment: "the audit event is written", table: "audit_event", waits: 2 },
  { moment: "the job is written", table: "pgboss.job", waits: 2 },
] as const;

type Saver = { readonly id: string; readonly cookie: string; readonly token: string };

let own: Awaited<ReturnType<typeof anOwnDatabase>>;
let other: Awaited<ReturnType<typeof aWebOver>>;

test.beforeAll(async () => {
  own = await anOwnDatabase();
  other = await aWebOver(own.address);
});

test.afterAll(async () => {
  await other.end("SIGTERM");
  await own.drop();
});

async function aSaver(database: PrismaClient): Promise<Saver> {
  const cast = castIn(database);
  const { id: cohortId } = await cast.aCohort();
  const { id } = await cast.aStudent({ cohortId });
  const { name, value } = await sessionCookieOf(database, id);
  const cookie = `${name}=${value}`;
  const page = await fetch(`${other.origin}/key`, { headers: { cookie } });
  return { id, cookie, token: formTokenIn(await page.text()) };
}

/** Where the answer leads; nowhere when there is none. */
async function save(origin: string, { cookie, token }: Saver): Promise<string> {
  const body = new URLSearchParams({ credential: aKey(), token });
  const wish = { method: "POST", body, headers: { cookie, origin }, redirect: "manual" } as const;
  const answer = await fetch(`${origin}/api/credential`, wish).catch(() => null);
  return answer?.headers.get("location") ?? "nowhere";
}

/** How often each part of a save is there: of a whole one all of them, of none none. */
async function partsOf(database: PrismaClient, { id }: Saver): Promise<number[]> {
  const [row] = await database.$queryRaw<Record<string, number>[]>`
    SELECT coalesce((SELECT max(version) FROM api_credential WHERE user_id = ${id}::uuid), 0) AS known,
           coalesce((SELECT max(s.version) FROM credential_secret s JOIN api_credential c ON c.id = s.credential_id
                     WHERE c.user_id = ${id}::uuid), 0) AS sealed,
           (SELECT count(*)::int FROM audit_event WHERE subject_id = ${id}::uuid) AS events,
           (SELECT count(*)::int FROM access_test WHERE user_id = ${id}::uuid) AS tests,
           (SELECT count(*)::int FROM pgboss.job j JOIN access_test t ON t.id::text = j.data->>'testId'
            WHERE t.user_id = ${id}::uuid) AS jobs`;
  return Object.values(row ?? {});
}

const whole = (saves: number) => [saves, saves, saves, saves, saves];

for (const { moment, table, waits } of POINTS) {
  test(`T23: killed when ${moment}: a save is there as a whole or not at all, and the next one goes through`, async () => {
    const { database, address } = own;
    const [newcomer, replacer] = [await aSaver(database), await aSaver(database)];
    expect(await save(other.origin, replacer)).toBe("/test");
    expect([await partsOf(database, newcomer), await partsOf(database, replacer)]).toEqual([whole(0), whole(1)]);

    const web = await aWebOver(address);
    const lock = await held(address, table);
    const saves = [save(web.origin, newcomer), save(web.origin, replacer)];
    await expect.poll(async () => (await lock.waiting()).length, { timeout: 20_000 }).toBe(waits);
    const pids = await lock.waiting();
    await web.end("SIGKILL");
    await lock.letGo();
    await expect.poll(() => lock.areGone(pids), { timeout: 20_000 }).toBe(true);
    await lock.end();
    expect(await Promise.all(saves)).toEqual(["nowhere", "nowhere"]);

    const [first = -1, ...parts] = await partsOf(database, newcomer);
    expect([first, ...parts]).toEqual(whole(first));
    const [second = -1, ...others] = await partsOf(database, replacer);
    expect([second, ...others]).toEqual(whole(second));
    expect([first, second]).toEqual([0, 1]);

    expect([await save(other.origin, newcomer), await save(other.origin, replacer)]).toEqual(["/test", "/test"]);
    expect(await partsOf(database, newcomer)).toEqual(whole(first + 1));
    expect(await partsOf(database, replacer)).toEqual(whole(second + 1));
  });
}
