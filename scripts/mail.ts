import { LONGEST_REPORT, reportIn } from "#domain/mail/report";
import { connected } from "./database/connection.ts";
import { type Noted, noteReport } from "./mail/bounce.ts";
import { type BounceRefusal, REFUSALS } from "./mail/refusal.ts";
import { PlainError } from "./plain-error.ts";
import { withOwnDatabase } from "./portal/own-database.ts";
import { runCommand, say } from "./processes/report.ts";

const USAGE = `npm run mail -- bounce < message.eml

Notes a letter that came back: a delivery status notification (RFC 3464), as a mail server pipes it in. Ends with 0 when it
is noted, also the second time; with 65 when the message is not believed, and nothing is written; with 75 when the
database cannot be reached, so that the mail server tries again.`;

/** As mail servers know them from sysexits.h. */
const NOT_BELIEVED = 65;
const TRY_AGAIN = 75;

const SAID: Readonly<Record<Noted["outcome"], string>> = {
  known: "This was noted before.",
  delayed: "Noted as delayed: the reader's server has not taken it yet. The address is not marked.",
  noted: "Noted as come back. The address is not marked.",
  marked: "Noted as come back, and the address as one that takes no mail.",
};

/** Null for more than is read. */
async function input(): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LONGEST_REPORT) return null;
    chunks.push(chunk);
  }
  // Byte for byte: what counts is ASCII, and the rest is not looked at.
  return Buffer.concat(chunks).toString("latin1");
}

function refuse(refusal: BounceRefusal): number {
  console.error(`${REFUSALS[refusal]} Nothing was written.`);
  return NOT_BELIEVED;
}

async function bounce(): Promise<number> {
  const text = await input();
  if (text === null) return refuse("too_long");
  if (text.trim() === "") return refuse("empty");
  const report = reportIn(text);
  if (!report.ok) return refuse(report.refusal);
  let result = 0;
  try {
    const code = await withOwnDatabase("mail", async (owner) => {
      const noted = await connected(owner, (client) => noteReport(client, report.value));
      if (!noted.ok) result = refuse(noted.refusal);
      else say(`${noted.value.kind}, ${report.value.verdict.status}: ${SAID[noted.value.outcome]}`);
    });
    return code === 0 ? result : code;
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    console.error(error.message);
    return TRY_AGAIN;
  }
}

await runCommand(async () => {
  const [name, ...more] = process.argv.slice(2);
  if (name !== "bounce" || more.length > 0) throw new PlainError(USAGE);
  return bounce();
});
