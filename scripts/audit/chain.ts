import { createHash } from "node:crypto";
import type pg from "pg";
import type { Progress } from "../processes/progress.ts";

/** A place of the chain, as it is written down elsewhere: `SEQ:HASH`. */
export type Place = { readonly seq: bigint; readonly hash: string };
export type Finding = {
  readonly seq: string;
  readonly id: string | null;
  readonly kind: string | null;
  readonly fault:
    | "missing"
    | "changed"
    | "unlinked"
    | "beyond the head"
    | "not chained"
    | "head does not match"
    | "other than expected"
    | "no longer kept";
};
export type Verdict = { readonly events: number; readonly head: Place; readonly finding: Finding | null };

type Event = { seq: string; id: string; kind: string; prev_hash: Buffer; hash: Buffer; words: string };
type Ends = { head_seq: string; head_hash: Buffer; anchor_seq: string; anchor_hash: Buffer };

const BATCH = 2_000;

/** The words that a hash covers, said here and not asked of the database's own function, which its owner could have changed. */
const WORDS = `jsonb_build_array(seq, id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), kind, actor_id, subject_id, facts)::text`;

export const textOf = ({ seq, hash }: Place): string => `${seq}:${hash}`;

export async function headOf(client: pg.Client): Promise<Place> {
  const { head_seq, head_hash } = await endsOf(client);
  return { seq: BigInt(head_seq), hash: head_hash.toString("hex") };
}

/** Walks the whole chain and gives its first fault. `expected` is a head that was written down elsewhere before. */
export async function verifyChain(client: pg.Client, progress: Progress, expected?: Place): Promise<Verdict> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    return await walk(client, progress, expected);
  } finally {
    await client.query("ROLLBACK");
  }
}

async function walk(client: pg.Client, progress: Progress, expected?: Place): Promise<Verdict> {
  const ends = await endsOf(client);
  const head = { seq: BigInt(ends.head_seq), hash: ends.head_hash.toString("hex") };
  let [seq, hash, events] = [BigInt(ends.anchor_seq), ends.anchor_hash, 0];
  const end = (finding: Finding | null): Verdict => ({ events, head, finding });
  progress.start(Number(head.seq - seq));
  const stray = await unchained(client);
  if (stray) return end(stray);
  const unkept = expected && faultAtAnchor(expected, { seq, hash });
  if (unkept) return end({ seq: String(expected.seq), id: null, kind: null, fault: unkept });
  for (;;) {
    const { rows } = await client.query<Event>(
      `SELECT seq, id, kind, prev_hash, hash, ${WORDS} AS words FROM audit_event WHERE seq > $1 ORDER BY seq LIMIT ${BATCH}`,
      [String(seq)],
    );
    for (const event of rows) {
      const fault = faultOf(event, { seq, hash });
      if (fault)
        return end({ seq: fault === "missing" ? String(seq + 1n) : event.seq, id: event.id, kind: event.kind, fault });
      [seq, hash, events] = [BigInt(event.seq), event.hash, events + 1];
      if (expected?.seq === seq && expected.hash !== hash.toString("hex"))
        return end(found(event, "other than expected"));
    }
    progress.add(rows.length);
    if (rows.length < BATCH) break;
  }
  progress.end();
  const none = { seq: String(head.seq), id: null, kind: null };
  if (seq < head.seq) return end({ ...none, seq: String(seq + 1n), fault: "missing" });
  if (seq > head.seq) return end({ ...none, seq: String(seq), fault: "beyond the head" });
  if (!hash.equals(ends.head_hash)) return end({ ...none, fault: "head does not match" });
  if (expected && expected.seq > head.seq) return end({ ...none, seq: String(expected.seq), fault: "missing" });
  return end(null);
}

/** What is kept begins behind the anchor: of a place before it nothing can be said, and that is no 'it holds'. */
function faultAtAnchor(expected: Place, anchor: { seq: bigint; hash: Buffer }): Finding["fault"] | null {
  if (expected.seq < anchor.seq) return "no longer kept";
  return expected.seq === anchor.seq && expected.hash !== anchor.hash.toString("hex") ? "other than expected" : null;
}

const found = ({ seq, id, kind }: Event, fault: Finding["fault"]): Finding => ({ seq, id, kind, fault });

function faultOf(event: Event, before: { seq: bigint; hash: Buffer }): "missing" | "changed" | "unlinked" | null {
  if (BigInt(event.seq) !== before.seq + 1n) return "missing";
  if (!event.prev_hash.equals(before.hash)) return "unlinked";
  const own = createHash("sha256").update(before.hash).update(event.words, "utf8").digest();
  return own.equals(event.hash) ? null : "changed";
}

/** A moment ago is no fault: whoever commits while another one is at the chain leaves the event to the next. */
async function unchained(client: pg.Client): Promise<Finding | null> {
  const sql = `SELECT id, kind FROM audit_event
    WHERE (seq IS NULL AND at < now() - interval '1 minute') OR (seq IS NOT NULL AND (hash IS NULL OR prev_hash IS NULL)) LIMIT 1`;
  const [row] = (await client.query<{ id: string; kind: string }>(sql)).rows;
  return row ? { seq: "none", ...row, fault: "not chained" } : null;
}

async function endsOf(client: pg.Client): Promise<Ends> {
  const [ends] = (await client.query<Ends>("SELECT * FROM audit_chain")).rows;
  if (!ends) throw new Error("The audit chain has lost its ends: the row of audit_chain is gone.");
  return ends;
}
