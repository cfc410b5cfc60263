/** What somebody is in a cohort: an assistant answers its students, an instructor also says who is there. Who owns the portal is not said here: that is a property of the person. */
export const ROLES = ["student", "assistant", "instructor"] as const;
export type Role = (typeof ROLES)[number];

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
