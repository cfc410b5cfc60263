import type { ReportRefusal } from "#domain/mail/report";

export type BounceRefusal = ReportRefusal | "empty" | "too_long" | "unknown" | "not_its_reader";

/** Why nothing was written, for whoever reads the mail server's log. Nothing of the message itself is repeated. */
export const REFUSALS: Readonly<Record<BounceRefusal, string>> = {
  empty: "Nothing came in: pipe the message in, as in: npm run mail -- bounce < message.eml",
  too_long: "This message is longer than 1 MiB: a report on a letter of the portal's is a few kilobytes.",
  not_a_report: "This is no delivery status notification (RFC 3464): an answer by hand, a holiday note or plain mail.",
  malformed: "This says that it is a delivery status notification, and is not written as one (RFC 3464).",
  no_token: "This names no letter of the portal's: neither its return address nor its Message-ID is there.",
  two_tokens: "This names two letters at once: such a report is not believed.",
  nothing_failed: "This reports no letter that failed or is delayed.",
  unknown: "This names a letter that the portal has not sent, or not in the last 30 days.",
  not_its_reader: "This is about an address to which the portal has not sent that letter: it is not believed.",
};
