/** Whether trying again helps: only after something was mended, after a wait, or not at all. */
export const RETRIES = ["after-fix", "wait", "never"] as const;
export type Retry = (typeof RETRIES)[number];

/** Whose turn it is. */
export const SIDES = ["student", "instructor", "provider", "portal"] as const;
export type Side = (typeof SIDES)[number];

/** A part of a message that stands for whatever the provider puts there. */
export const VARIES = "…";
