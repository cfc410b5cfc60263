import { dayOf } from "../credential/expiry.ts";

/** When staff hear of who needs help: never, each morning, or some hours before a live session. */
export const DIGESTS = ["daily", "meeting", "none"] as const;
export type Digest = (typeof DIGESTS)[number];

const HOUR_MS = 3_600_000;
const MORNING = 8;
/** Time enough to read it and to answer, and late enough to be true. */
const BEFORE_MEETING_MS = 3 * HOUR_MS;

const hour = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Warsaw", hour: "2-digit", hourCycle: "h23" });

/**
 * What a digest that is due in this hour is about: a day, or a session. Null where none is. Asked once an hour, so that
 * each occasion falls into one of them.
 */
export function digestDue(digest: Digest, meetings: readonly Date[], now: Date): string | null {
  if (digest === "daily") return Number(hour.format(now)) === MORNING ? dayOf(now) : null;
  if (digest === "none") return null;
  const lies = (meeting: Date) => meeting.getTime() - now.getTime();
  const next = meetings.find(
    (meeting) => lies(meeting) > BEFORE_MEETING_MS - HOUR_MS && lies(meeting) <= BEFORE_MEETING_MS,
  );
  return next ? next.toISOString() : null;
}
