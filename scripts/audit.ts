import { parseArgs } from "node:util";
import type pg from "pg";
import { headOf, type Place, textOf, verifyChain } from "./audit/chain.ts";
import { placeWaiting } from "./audit/place.ts";
import { connected } from "./database/connection.ts";
import { PlainError } from "./plain-error.ts";
import { withOwnDatabase } from "./portal/own-database.ts";
import { progressOf } from "./processes/progress.ts";
import { runCommand, say } from "./processes/report.ts";

const USAGE = `npm run audit -- verify [--expect SEQ:HASH] [--json]   walks the audit trail and names the first broken link
npm run audit -- head                                  where it ends, to be written down elsewhere
npm run audit -- list [--subject ID] [--kind K] [--last 50]`;

const OPTIONS = {
  expect: { type: "string" },
  json: { type: "boolean", default: false },
  subject: { type: "string" },
  kind: { type: "string" },
  last: { type: "string", default: "50" },
} as const;

type Wish = {
  readonly expect?: string;
  readonly json: boolean;
  readonly subject?: string;
  readonly kind?: string;
  readonly last: string;
};

/** Each gives whether all is well. */
const COMMANDS: Readonly<Record<string, (client: pg.Client, wish: Wish) => Promise<boolean>>> = {
  verify,
  head: async (client) => {
    await placeWaiting(client);
    say(textOf(await headOf(client)));
    return true;
  },
  list,
};

async function verify(client: pg.Client, { expect, json }: Wish): Promise<boolean> {
  await placeWaiting(client);
  const verdict = await verifyChain(client, progressOf("Verified"), placeIn(expect));
  const { events, head, finding } = verdict;
  if (json) say(JSON.stringify({ events, head: textOf(head), finding }));
  else if (finding?.fault === "no longer kept") {
    say(
      `Nothing can be said of ${finding.seq}: what is kept begins behind it. Take a place that was written down later.`,
    );
    say("Events are kept for a year at least: if this place is younger than that, somebody has taken events out.");
  } else if (finding) {
    const event = finding.id ? ` (event ${finding.id}, ${finding.kind})` : "";
    say(`The chain is broken at ${finding.seq}: ${finding.fault}${event}. Everything before it holds.`);
  } else say(`All ${events} events hold. The chain ends at ${textOf(head)}`);
  return finding === null;
}

function placeIn(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined;
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!seq || !hash)
    throw new PlainError(`'${text}' is no place in the chain: it looks like 123:64 hexadecimal digits.`);
  return { seq: BigInt(seq), hash };
}

async function list(client: pg.Client, { subject, kind, last }: Wish): Promise<boolean> {
  const { rows } = await client.query<{
    seq: string | null;
    at: Date;
    kind: string;
    actor: string;
    subject: string;
    facts: object;
  }>(
    `SELECT seq, at, kind, coalesce(actor_id::text, '-') AS actor, coalesce(subject_id::text, '-') AS subject, facts FROM audit_event
     WHERE ($1::uuid IS NULL OR $1 IN (subject_id, actor_id)) AND ($2::text IS NULL OR kind LIKE $2 || '%')
     ORDER BY seq DESC LIMIT $3`,
    [subject ?? null, kind ?? null, Math.min(10_000, Math.max(1, Number(last) || 50))],
  );
  for (const row of rows.reverse())
    say(
      `${(row.seq ?? "waits").padStart(8)} ${row.at.toISOString()} ${row.kind.padEnd(28)} by ${row.actor} of ${row.subject} ${JSON.stringify(row.facts)}`,
    );
  return true;
}

function wishOf(words: string[]): Wish {
  try {
    return parseArgs({ args: words, options: OPTIONS }).values as Wish;
  } catch {
    throw new PlainError(USAGE);
  }
}

await runCommand(async () => {
  const [name = "", ...words] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) throw new PlainError(USAGE);
  const wish = wishOf(words);
  let isWell = true;
  const code = await withOwnDatabase("audit", async (owner) => {
    isWell = await connected(owner, (client) => command(client, wish));
  });
  return code === 0 && !isWell ? 1 : code;
});
