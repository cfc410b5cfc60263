const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Whoever has agreed is looked after once a week… */
export const QUIET_EVERY_MS = 7 * DAY_MS;
/** …and in the day before a live session, so that nobody finds out during it. */
export const QUIET_BEFORE_MEETING_MS = DAY_MS;
/** Never more often than this, whatever the reasons. */
export const QUIET_AT_MOST_EVERY_MS = DAY_MS;

/** One failure is a slip until a second look, no sooner than this, says the same. */
export const SECOND_LOOK_AFTER_MS = 10 * 60_000;
