/** How long something is kept, in days: what holds where nothing is said, and what an operator may choose. */
export type Span = { readonly usual: number; readonly least: number; readonly most: number };

const YEAR = 365;
const TEN_YEARS = 3_650;

/** By the setting that changes it. */
export const RETENTION = {
  /** Events of the audit trail, from when they happened. The database itself forgets none that is younger than a year. */
  RETENTION_AUDIT_DAYS: { usual: 2 * YEAR, least: YEAR, most: TEN_YEARS },
  /** Tests and what their checks saw, from their end, apart from what still says where their student stands. */
  RETENTION_TESTS_DAYS: { usual: YEAR, least: 30, most: TEN_YEARS },
  /** The picture of a test, from the test's end. */
  RETENTION_PICTURES_DAYS: { usual: 90, least: 1, most: TEN_YEARS },
  /** Requests for help and reasons to help, from when they were closed; messages that were passed on and reports of screens, from then. */
  RETENTION_HELP_DAYS: { usual: YEAR, least: 30, most: TEN_YEARS },
  /** The picture of a screen that looked different, from when it was sent; one that was dealt with goes sooner. */
  RETENTION_SCREENS_DAYS: { usual: 90, least: 1, most: TEN_YEARS },
  /** When which step was ticked, unticked or proven; where the student stands is kept apart from it. */
  RETENTION_STEP_EVENTS_DAYS: { usual: 2 * YEAR, least: 30, most: TEN_YEARS },
} as const satisfies Readonly<Record<string, Span>>;

/** Webhooks: what was told to whom, long enough to find out why something did not arrive. */
export const WEBHOOK_DAYS = 30;
/** Letters come back within days. */
export const LETTER_DAYS = 30;

/** Long enough to mend the lesson by it. */
export const HANDLED_PICTURE_DAYS = 30;

export type RetentionSetting = keyof typeof RETENTION;
export const RETENTION_SETTINGS = Object.keys(RETENTION) as readonly RetentionSetting[];

/** What is wrong with a number of days, in words; null where nothing is. */
export function faultOfDays(text: string, { least, most }: Span): string | null {
  const days = Number(text);
  const isGood = /^\d{1,5}$/.test(text.trim()) && days >= least && days <= most;
  return isGood ? null : `must be a whole number of days from ${least} to ${most}`;
}

const DAY_MS = 86_400_000;

/** What is older than this moment goes. */
export const cutOff = (days: number, now: Date): Date => new Date(now.getTime() - days * DAY_MS);
