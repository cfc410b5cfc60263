import type { Fields } from "./knocks.ts";
import type { Answers } from "./roles.ts";

/** A call of a server action. In `fields` stand STUDENT, EMAIL, TEST, SESSION, PASSKEY, REPORT, SCREEN, BLOCKER and COHORT for what is the student's, ENDPOINT and APITOKEN for their instructor's. */
export type Call = {
  /** File and name. */
  readonly action: string;
  readonly fields?: Fields;
  /** What an action of `useActionState` is given before the fields. */
  readonly before?: Readonly<Record<string, unknown>>;
  /** The student has a test that is going on. */
  readonly isTesting?: true;
  readonly answers: Answers;
};

/** Acts on the caller's own things alone. */
export const OWN: Answers = ["sign-in", "done", "done", "done", "changed"];
export const STUDENTS_OWN: Answers = ["sign-in", "done", "refused", "refused", "changed"];
export const STAFFS_OWN: Answers = ["sign-in", "refused", "done", "done", "refused"];
export const SIGNED_IN: Answers = ["sign-in", "done", "done", "done", "done"];
/** Of the student's own instructor, and to others as if there were no such student. */
export const INSTRUCTORS: Answers = ["sign-in", "refused", "absent", "changed", "refused"];
/** Of the student's own instructor; for another one nothing is there that could change. */
export const STAFFS_SCOPED: Answers = ["sign-in", "refused", "done", "changed", "refused"];
/** Of whoever manages the student's cohort; it is no change of anything of the student's. */
export const MANAGERS: Answers = ["sign-in", "refused", "absent", "done", "refused"];
export const ABSENT: Answers = ["sign-in", "absent", "absent", "absent", "absent"];

export const inFile = (file: string) => (name: string) => `app/${file} ${name}`;
