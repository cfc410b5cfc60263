import { done, type Outcome, refused } from "../outcome.ts";
import { type Entity, entityIn, field, fieldsIn, mediaTypeOf, parameterOf, partsOf } from "./headers.ts";

/** What a mail server says of a letter and one of its readers. */
export type Verdict = {
  readonly action: "failed" | "delayed";
  /** Such as `5.1.1`. */
  readonly status: string;
  /** The addresses that it names: the one that the letter was for, and where that was passed on to. */
  readonly addresses: readonly string[];
};

export type Report = { readonly token: string; readonly verdict: Verdict };
export type ReportRefusal = "not_a_report" | "malformed" | "no_token" | "two_tokens" | "nothing_failed";

export const LONGEST_REPORT = 1_048_576;
const MOST_PARTS = 10;
const MOST_READERS = 20;
/** Where a letter's token stands: in the address to which it returns, and in its own id. */
const IN_ADDRESS = /\+([0-9a-f]{32})@/i;
const IN_MESSAGE_ID = /<([0-9a-f]{32})@/i;
const ADDRESS_FIELDS = ["to", "delivered-to", "x-original-to", "envelope-to"];

/**
 * Reads a delivery status notification (RFC 3464), strictly: whatever is not exactly that is refused. Of a report on
 * several readers the first that failed counts; our letters have one.
 */
export function reportIn(raw: string): Outcome<Report, ReportRefusal> {
  const message = entityIn(raw.replaceAll("\r\n", "\n"));
  if (!message) return refused("malformed");
  const isReport = parameterOf(message, "report-type").toLowerCase() === "delivery-status";
  if (mediaTypeOf(message) !== "multipart/report" || !isReport) return refused("not_a_report");
  const boundary = parameterOf(message, "boundary");
  const parts = boundary ? partsOf(message.body, boundary, MOST_PARTS)?.map(entityIn) : null;
  if (!parts || parts.includes(null)) return refused("malformed");
  const whole = parts as readonly Entity[];
  const statuses = whole.filter((part) => mediaTypeOf(part) === "message/delivery-status");
  const readers = statuses.length === 1 && statuses[0] ? readersIn(statuses[0]) : null;
  if (!readers) return refused("malformed");
  const tokens = new Set([...tokensOfAddress(message), ...whole.flatMap(tokensOfLetter)]);
  const [token] = tokens;
  if (!token) return refused("no_token");
  if (tokens.size > 1) return refused("two_tokens");
  const verdict = readers.find(isFailed) ?? readers.find(isDelayed);
  return verdict ? done({ token, verdict }) : refused("nothing_failed");
}

const isFailed = (reader: Reader): reader is Reader & Verdict => reader.action === "failed";
const isDelayed = (reader: Reader): reader is Reader & Verdict =>
  reader.action === "delayed" && reader.status[0] === "4";

function tokensOfAddress({ fields }: Entity): string[] {
  const values = ADDRESS_FIELDS.flatMap((name) => fields.get(name) ?? []);
  return values.flatMap((value) => IN_ADDRESS.exec(value)?.[1]?.toLowerCase() ?? []);
}

/** The letter that came back, or its header alone. */
function tokensOfLetter(part: Entity): string[] {
  if (!["message/rfc822", "text/rfc822-headers"].includes(mediaTypeOf(part))) return [];
  const id = field(entityIn(part.body) ?? part, "message-id");
  return (IN_MESSAGE_ID.exec(id)?.slice(1) ?? []).map((token) => token.toLowerCase());
}

const ACTIONS = ["failed", "delayed", "delivered", "relayed", "expanded"];

type Reader = { readonly action: string; readonly status: string; readonly addresses: readonly string[] };

/** One group of fields for the message, then one for each reader. Null where a single one is not as it must be. */
function readersIn(part: Entity): readonly Reader[] | null {
  if (!["", "7bit", "8bit"].includes(field(part, "content-transfer-encoding").toLowerCase())) return null;
  const groups = part.body
    .trim()
    .split(/\n(?:[ \t]*\n)+/)
    .slice(1)
    .map(readerIn);
  if (groups.length === 0 || groups.length > MOST_READERS || groups.includes(null)) return null;
  return groups as readonly Reader[];
}

function readerIn(text: string): Reader | null {
  const fields = fieldsIn(text);
  if (!fields) return null;
  const action = field({ fields }, "action").toLowerCase();
  const [, status, kind] = /^(([245])\.\d{1,3}\.\d{1,3})(?:\s|$)/.exec(field({ fields }, "status")) ?? [];
  const addresses = ["original-recipient", "final-recipient"].flatMap((name) => addressIn(field({ fields }, name)));
  if (!ACTIONS.includes(action) || !status || addresses.length === 0) return null;
  // A letter that has failed cannot have arrived.
  return action === "failed" && kind === "2" ? null : { action, status, addresses };
}

/** Of `rfc822; Ewa@Example.pl`. */
function addressIn(text: string): string[] {
  const [, address] = /^rfc822\s*;\s*<?([^\s<>]{3,254})>?(?:\s|$)/i.exec(text) ?? [];
  return address ? [address.toLowerCase()] : [];
}
