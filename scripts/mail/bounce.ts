import { createHash } from "node:crypto";
import type pg from "pg";
import { v7 as uuid } from "uuid";
import { isHard } from "#domain/mail/bounce";
import type { Report } from "#domain/mail/report";
import { done, type Outcome, refused } from "#domain/outcome";

type Letter = {
  id: string;
  user_id: string;
  kind: string;
  message_id: string | null;
  sent_at: Date;
  address_hash: Buffer;
  bounce_status: string | null;
  email: string;
  has_proved: boolean;
};

export type Noted = {
  readonly kind: string;
  /** `known`: it was noted before. `marked`: the address takes no mail from now on. */
  readonly outcome: "known" | "delayed" | "noted" | "marked";
};

const hashOf = (text: string): Buffer => createHash("sha256").update(text.toLowerCase(), "utf8").digest();

/**
 * Notes what came back, in one transaction: with the letter, with the message that it was, and with its reader's address
 * where that was refused for good, is still theirs and has not let them in since. Nothing where the report is not on
 * that letter.
 */
export async function noteReport(
  client: pg.Client,
  { token, verdict }: Report,
): Promise<Outcome<Noted, "unknown" | "not_its_reader">> {
  await client.query("BEGIN");
  const letter = await letterOf(client, token);
  if (!letter) return end(client, refused("unknown"));
  const isIts = verdict.addresses.some((address) => hashOf(address).equals(letter.address_hash));
  if (!isIts) return end(client, refused("not_its_reader"));
  return end(client, done({ kind: letter.kind, outcome: await note(client, letter, verdict) }));
}

async function end<Result>(client: pg.Client, result: Result & { readonly ok: boolean }): Promise<Result> {
  await client.query(result.ok ? "COMMIT" : "ROLLBACK");
  return result;
}

async function letterOf(client: pg.Client, token: string): Promise<Letter | undefined> {
  const { rows } = await client.query<Letter>(
    `SELECT l.id, l.user_id, l.kind, l.message_id, l.sent_at, l.address_hash, l.bounce_status, u.email,
       EXISTS (SELECT 1 FROM audit_event a WHERE a.subject_id = u.id AND a.kind = 'login.succeeded'
         AND a.facts->>'method' = 'mail' AND a.at > l.sent_at) AS has_proved
     FROM mail_letter l JOIN app_user u ON u.id = l.user_id WHERE l.token_hash = $1 FOR UPDATE OF l, u`,
    [hashOf(token)],
  );
  return rows[0];
}

async function note(
  client: pg.Client,
  letter: Letter,
  { action, status }: Report["verdict"],
): Promise<Noted["outcome"]> {
  const { id, user_id: userId, message_id: messageId } = letter;
  if (action === "delayed") {
    await client.query(
      `UPDATE message_recipient SET reason = 'delayed' WHERE message_id = $1 AND user_id = $2 AND state = 'sent' AND reason IS NULL`,
      [messageId, userId],
    );
    return "delayed";
  }
  if (letter.bounce_status && (isHard(letter.bounce_status) || !isHard(status))) return "known";
  await client.query("UPDATE mail_letter SET bounced_at = now(), bounce_status = $2 WHERE id = $1", [id, status]);
  // A letter that was sent again says what became of its message; the one before it no longer does.
  await client.query(
    `UPDATE message_recipient r SET state = 'bounced', reason = $3, settled_at = now()
     WHERE r.message_id = $1 AND r.user_id = $2 AND r.state IN ('sent', 'bounced') AND NOT EXISTS (
       SELECT 1 FROM mail_letter n WHERE n.message_id = $1 AND n.user_id = $2 AND n.sent_at > $4)`,
    [messageId, userId, status, letter.sent_at],
  );
  await client.query(
    "INSERT INTO audit_event (id, kind, subject_id, facts) VALUES ($1, 'mail.bounced', $2, $3::jsonb)",
    [uuid(), userId, JSON.stringify({ letter: letter.kind, about: id, status })],
  );
  const isMarked = isHard(status) && !letter.has_proved && hashOf(letter.email).equals(letter.address_hash);
  if (!isMarked) return "noted";
  await client.query(
    `UPDATE app_user SET mail_refused_at = coalesce(mail_refused_at, now()), mail_refused_status = $2 WHERE id = $1`,
    [userId, status],
  );
  return "marked";
}
