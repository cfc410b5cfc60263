import "server-only";

const MINUTE_MS = 60_000;

/** A link and its code live this long. */
export const SIGN_IN_REQUEST_MS = 10 * MINUTE_MS;
/** A session ends after this long without a request … */
export const IDLE_MS = 120 * MINUTE_MS;
/** … and after this long in any case. */
export const ABSOLUTE_MS = 12 * 60 * MINUTE_MS;
/** … which comes sooner for those who see other people's data. */
export const STAFF_ABSOLUTE_MS = 4 * 60 * MINUTE_MS;
/** So long ago a sign-in counts as recent: enough for what could hurt, such as deleting a key. */
export const RECENT_MS = 30 * MINUTE_MS;
/** How often at most a request is written down as activity. */
export const SEEN_EVERY_MS = 5 * MINUTE_MS;
/** Between a redeemed link or code and its session. */
export const HANDOVER_MS = MINUTE_MS;
