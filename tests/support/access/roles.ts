/** Who may come to a page: nobody known, and four people, one of them the student whose things they all ask for. */
export const ROLES = [
  "a stranger",
  "another student",
  "an instructor of others",
  "the student's instructor",
  "the student",
] as const;

export type Role = (typeof ROLES)[number];

/**
 * What came of it. `a page` has nothing of the student's and `their page` has; whoever gets `elsewhere` is sent to
 * another page. An action is `done` when it went through, and `changed` when something of the student's is now different.
 */
export type Answer =
  | "sign-in"
  | "refused"
  | "absent"
  | "nothing"
  | "a page"
  | "their page"
  | "elsewhere"
  | "a stream"
  | "not by GET"
  | "done"
  | "changed";

/** One answer to each of `ROLES`, in their order. */
export type Answers = readonly [Answer, Answer, Answer, Answer, Answer];
