import { randomBytes, randomUUID } from "node:crypto";
import type { PrismaClient } from "#server/database/generated/client";
import { type Cast, castIn } from "../../../scripts/seed/cast.ts";
import { ROLES, type Role } from "../../support/access/roles.ts";
import { sessionCookieOf } from "./session.ts";

/** A student with everything that a student can have, and everybody who may come to see it. */
export type Scene = {
  readonly studentId: string;
  /** What stands for the student's things in a row. */
  readonly things: Readonly<Record<string, string>>;
  /** Words that are nobody else's. */
  readonly marks: readonly string[];
  readonly cookieOf: (role: Role) => string;
};

const MINUTE_MS = 60_000;
const someWord = () => randomBytes(6).toString("hex");

export type Wish = { readonly key?: string; readonly isTesting?: boolean };

export async function aScene(database: PrismaClient, wish: Wish = {}): Promise<Scene> {
  const cast = castIn(database);
  const { id: cohortId } = await cast.aCohort();
  const { id: elsewhere } = await cast.aCohort();
  const [word, name] = [someWord(), `Celina ${someWord()}`];
  const student = await cast.aStudent({ cohortId, name });
  const people = {
    "another student": await cast.aStudent({ cohortId, name: "Ktoś Inny" }),
    "an instructor of others": await cast.anInstructor({ cohortId: elsewhere, name: "Obca Prowadząca" }),
    "the student": student,
    "the student's instructor": await cast.anInstructor({ cohortId, name: "Maria Prowadząca" }),
  };
  const staffId = people["the student's instructor"].id;
  const own = await theirThings(database, cast, { userId: student.id, staffId, word }, wish);
  const connections = await connectionsOf(database, staffId);
  const cookies = new Map<Role, string>();
  for (const role of ROLES) {
    if (role === "a stranger") continue;
    const cookie = await sessionCookieOf(database, people[role].id);
    cookies.set(role, `${cookie.name}=${cookie.value}`);
  }
  return {
    studentId: student.id,
    things: { ...own, ...connections, LIST: student.id, COHORT: cohortId, STUDENT: student.id, EMAIL: student.email },
    marks: [name, student.email, student.id, word, own.TEST],
    cookieOf: (role) => cookies.get(role) ?? "",
  };
}

/** What an instructor has connected: an address that nobody listens at, and a token. */
async function connectionsOf(database: PrismaClient, ownerId: string) {
  const url = "https://hooks.example.com/";
  const { id: ENDPOINT } = await database.webhookEndpoint.create({ data: { ownerId, url, events: ["step.proven"] } });
  const expiresAt = new Date(Date.now() + 60 * MINUTE_MS);
  const token = { ownerId, name: "Arkusz", scopes: ["cohorts:read"], tokenHash: randomBytes(32), expiresAt };
  const { id: APITOKEN } = await database.apiToken.create({ data: token });
  return { ENDPOINT, APITOKEN };
}

type Whose = { readonly userId: string; readonly staffId: string; readonly word: string };

async function theirThings(database: PrismaClient, cast: Cast, { userId, staffId, word }: Whose, wish: Wish) {
  const credential = await cast.aSealedKey(userId, { situation: "unverified", ...(wish.key && { key: wish.key }) });
  const at = new Date(Date.now() - MINUTE_MS);
  await cast.aTest(userId, credential, { at, outcome: ["passed", "passed", "passed", "org_unverified"] });
  const { id: TEST } = await database.accessTest.findFirstOrThrow({ where: { userId } });
  const bytes = new Uint8Array(Buffer.from(`PNG ${word}`));
  await database.testPicture.create({ data: { testId: TEST, mediaType: "image/png", bytes } });
  const over = { since: new Date(at.getTime() - MINUTE_MS), until: at, endToldAt: at };
  await database.waitingTimer.create({ data: { userId, check: "openai.image", ...over } });
  await cast.aHelpRequest(userId, `Prośba ${word}`);
  const { id: REPORT } = await database.messageReport.create({ data: { userId, text: `Komunikat ${word}` } });
  const { id: SCREEN } = await cast.aScreenReport(userId, { text: `Ekran ${word}`, picture: bytes });
  const passkey = {
    credentialId: Buffer.from(word),
    publicKey: Buffer.from(word),
    transports: [],
    name: `Klucz ${word}`,
  };
  const { id: PASSKEY } = await database.passkey.create({ data: { userId, ...passkey } });
  await sessionCookieOf(database, userId);
  const { id: SESSION } = await database.session.findFirstOrThrow({ where: { userId } });
  if (wish.isTesting) {
    const live = { userId, credentialId: credential.id, credentialVersion: 1, trigger: "asked" } as const;
    await database.accessTest.create({ data: live });
  }
  await cast.settle(userId);
  const { id: BLOCKER } = await database.blocker.findFirstOrThrow({ where: { userId } });
  const { id: NOTE } = await database.staffNote.create({
    data: { userId, authorId: staffId, text: `Notatka ${word}` },
  });
  await database.stepProgress.create({ data: { userId, stepId: "srodki-zakup", waivedAt: at } });
  const released = { userId, stepId: "srodki-zakup", reason: `Powód ${word}`, waivedAt: at, waivedBy: staffId };
  await database.waiver.create({ data: released });
  const said = { subject: `Temat ${word}`, body: `Treść ${word}`, recipients: { create: { userId } } };
  const { id: MESSAGE } = await database.message.create({ data: said });
  const { unsubscribeToken: UNSUBSCRIBE } = await database.user.findUniqueOrThrow({ where: { id: userId } });
  const DAY = new Date(Date.now() + 7 * 24 * 60 * MINUTE_MS).toISOString().slice(0, 10);
  return { TEST, REPORT, SCREEN, SESSION, PASSKEY, BLOCKER, MESSAGE, NOTE, UNSUBSCRIBE, FRESH: randomUUID(), DAY };
}

/** Every row that is this person's, but for when somebody was last seen. The audit trail is nobody's: it tells what was asked, too. */
export async function stateOf(database: PrismaClient, userId: string): Promise<string> {
  const columns = await database.$queryRaw<{ sql: string }[]>`
    SELECT format('SELECT %L || (to_jsonb(t) - ''swept_at'' - ''seen_at'' - ''last_seen_at'' - ''last_active_at'' - %L::text[])::text AS row
      FROM %I t WHERE t.%I::text = ANY ($1)', table_name,
      -- What becomes of a letter, and which ones have left, is the worker's doing and comes in its own time.
      CASE table_name WHEN 'message_recipient' THEN '{state,reason,settled_at}' ELSE '{}' END, table_name, column_name) AS sql
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'mail_letter'
      AND (column_name IN ('user_id', 'test_id', 'credential_id', 'report_id', 'request_id') OR (table_name, column_name) = ('app_user', 'id'))
    ORDER BY table_name, column_name`;
  const [tests, credentials, screens, requests] = await Promise.all([
    database.accessTest.findMany({ where: { userId }, select: { id: true } }),
    database.apiCredential.findMany({ where: { userId }, select: { id: true } }),
    database.screenReport.findMany({ where: { userId }, select: { id: true } }),
    database.helpRequest.findMany({ where: { userId }, select: { id: true } }),
  ]);
  const ids = [userId, ...[...tests, ...credentials, ...screens, ...requests].map(({ id }) => id)];
  const rows: string[] = [];
  for (const { sql } of columns)
    rows.push(...(await database.$queryRawUnsafe<{ row: string }[]>(sql, ids)).map(({ row }) => row));
  return rows.sort().join("\n");
}
