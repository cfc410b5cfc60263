import "server-only";
import { v7 as uuid } from "uuid";
import type { ProviderId } from "#domain/check/provider";
import { chosenEnd } from "#domain/credential/expiry";
import { done, type Outcome, refused } from "#domain/outcome";
import { startTest } from "../access-test/commands.ts";
import { record } from "../audit/record.ts";
import { database, isDuplicate, type Transaction } from "../database/client.ts";
import { countUses } from "../limit/limit.ts";
import { notify } from "../live/notify.ts";
import { fingerprintOf } from "../vault/fingerprint.ts";
import { sealKey } from "../vault/seal.ts";
import { forgetSealingKey, isSealedTooLate, sealingKey } from "../vault/sealing-key.ts";
import type { Student } from "../viewer.ts";
import { forgetCredential } from "./forget.ts";

type Stored = { readonly provider: ProviderId; readonly kind: string; readonly fingerprint: Uint8Array<ArrayBuffer> };
type Row = { readonly id: string; readonly version: number; readonly isNew: boolean };

/**
 * Seals a key for its student, in place of the one before, and starts a test of it. Sealed bytes, what is known of
 * them, the audit event and the job are one commit. `key` has passed `readKey`.
 */
export async function storeKey(
  student: Student,
  { key, kind, provider = "openai" }: { key: string; kind: string; provider?: ProviderId },
  ip: string,
): Promise<Outcome<{ replaced: boolean }, "too_many">> {
  const limited = await countUses(["save key by person", student.id], ["save key by ip", ip]);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  const fingerprint = new Uint8Array(fingerprintOf(key));
  const attempt = () => database().$transaction((tx) => store(tx, student.id, { key, kind, provider, fingerprint }));
  // Two tabs that save a first key at once meet at the natural key; the later one then replaces.
  const replaced = await attempt().catch((error: unknown) => {
    if (isSealedTooLate(error)) forgetSealingKey();
    else if (!isDuplicate(error)) throw error;
    return attempt();
  });
  return done({ replaced });
}

async function store(tx: Transaction, userId: string, { key, ...stored }: Stored & { key: string }): Promise<boolean> {
  const { provider, fingerprint } = stored;
  const row = await takeRow(tx, userId, stored);
  const sealed = await sealKey(
    key,
    { provider, userId, credentialId: row.id, version: row.version },
    await sealingKey(),
  );
  await tx.$executeRaw`DELETE FROM credential_secret WHERE credential_id = ${row.id}::uuid`;
  await tx.$executeRaw`
    INSERT INTO credential_secret (credential_id, version, format, vault_key_id, sealed)
    VALUES (${row.id}::uuid, ${row.version}, ${sealed.format}, ${sealed.vaultKeyId}, ${sealed.bytes})`;
  await record(tx, {
    kind: row.isNew ? "credential.saved" : "credential.replaced",
    actorId: userId,
    subjectId: userId,
  });
  await flagDuplicate(tx, userId, fingerprint);
  await endLiveTest(tx, userId);
  await startTest(tx, {
    userId,
    credentialId: row.id,
    credentialVersion: row.version,
    trigger: "saved",
    imageConsent: false,
  });
  await notify(tx, `user:${userId}`);
  return !row.isNew;
}

/** The student's row for this provider, one version up, or a new one. */
async function takeRow(tx: Transaction, userId: string, { provider, kind, fingerprint }: Stored): Promise<Row> {
  const [present] = await tx.$queryRaw<{ id: string; version: number }[]>`
    UPDATE api_credential SET version = version + 1, kind = ${kind}, fingerprint = ${fingerprint}, stored_at = now()
    WHERE user_id = ${userId}::uuid AND provider = ${provider} AND deleted_at IS NULL RETURNING id, version`;
  if (present) return { ...present, isNew: false };
  const id = uuid();
  await tx.apiCredential.create({ data: { id, userId, provider, kind, fingerprint }, select: { id: true } });
  return { id, version: 1, isNew: true };
}

/** Two students with one key: staff may want to know, and nobody else learns of it. */
async function flagDuplicate(tx: Transaction, userId: string, fingerprint: Uint8Array<ArrayBuffer>): Promise<void> {
  const others = await tx.apiCredential.count({ where: { fingerprint, deletedAt: null, userId: { not: userId } } });
  if (others > 0) await record(tx, { kind: "credential.duplicate_flagged", subjectId: userId, facts: { others } });
}

/** A student has one live test, so whichever it is of ends with a new key. */
const endLiveTest = (tx: Transaction, userId: string) =>
  tx.accessTest.updateMany({
    where: { userId, finishedAt: null },
    data: { finishedAt: new Date(), ending: "cancelled" },
  });

/** Deletes the sealed bytes and whatever could tell the key; a second time there is nothing to do. */
export async function forgetKey(student: Student, provider: ProviderId = "openai"): Promise<void> {
  const present = await liveCredential(student, provider);
  if (!present) return;
  const farewell = { because: "asked", actorId: student.id } as const;
  await database().$transaction((tx) => forgetCredential(tx, present.id, farewell));
}

const liveCredential = (student: Student, provider: ProviderId) =>
  database().apiCredential.findFirst({
    where: { userId: student.id, provider, deletedAt: null },
    select: { id: true },
  });

/** Sets the day at whose end the key is deleted by itself; null takes it back. */
export async function chooseFarewell(
  student: Student,
  provider: ProviderId,
  day: string | null,
): Promise<Outcome<null, "no_such_day" | "no_key">> {
  const expiresAt = day === null ? null : chosenEnd(day, new Date());
  if (day !== null && !expiresAt) return refused("no_such_day");
  const { count } = await database().apiCredential.updateMany({
    where: { userId: student.id, provider, deletedAt: null },
    data: { expiresAt },
  });
  return count > 0 ? done(null) : refused("no_key");
}
