/** The student is still there: the rule no longer holds, another one does, or somebody of the staff called it done. */
const STAYING = ["cleared", "changed", "resolved"] as const;
/** The student, or the cohort, is not there any more; such an event tells which blocker is over and nothing of what it was. */
const LEAVING = ["removed", "moved", "role_changed", "cohort_archived", "account_deleted"] as const;

/** Why a blocker is closed. The names are part of what other software relies on, so they never change. */
export const CLOSING_REASONS = [...STAYING, ...LEAVING] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];
export type LeavingReason = (typeof LEAVING)[number];

export const isLeaving = (reason: string | null): boolean => LEAVING.some((known) => known === reason);
