import "server-only";
import type { Digest } from "#domain/digest/due";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import { countUses, type Limited } from "../limit/limit.ts";
import type { Person } from "../viewer.ts";
import { withdraw } from "./withdraw.ts";

/** Plans the deletion of an account: its keys go at once, its sessions end, and everything else goes after the grace. */
export async function planDeletion({ id }: Person, now: Date): Promise<void> {
  await database().$transaction(async (tx) => {
    await withdraw(tx, id, { now, actorId: id });
    await record(tx, { kind: "account.deletion_planned", actorId: id, subjectId: id });
  });
}

/** Counts one download of one's own data, and writes it into the trail. */
export async function countExport({ id }: Person): Promise<Limited> {
  const limited = await countUses(["export by person", id]);
  if (limited.allowed) await record(database(), { kind: "export.own_data", actorId: id, subjectId: id });
  return limited;
}

/** What comes by mail from now on. Whoever teaches nobody gets no digest, whatever is chosen. */
export async function chooseLetters(
  { id }: Person,
  { messagesByMail, digest }: { readonly messagesByMail: boolean; readonly digest: Digest | null },
): Promise<void> {
  await database().user.updateMany({ where: { id }, data: { messagesByMail, ...(digest && { digest }) } });
}
