import "server-only";
import { isCauseId } from "#domain/cause/cause";
import { stepsOf } from "#domain/course/course";
import { TRIAL } from "#domain/webhook/event";
import { causePage, wholeModule } from "../course/queries.ts";

/** A message as the worker finds it when it sends: names are looked up now and stored nowhere else. */
export type Facts = {
  readonly kind: string;
  readonly at: Date;
  readonly subjectId: string | null;
  readonly stepId: string | null;
  readonly cause: string | null;
  readonly status: string | null;
  readonly tries: number | null;
  readonly since: Date | null;
  /** Why a blocker is closed. */
  readonly reason: string | null;
  /** With an id alone where the student has left, and null where nobody is left. */
  readonly student: { readonly id: string; readonly name?: string; readonly email?: string } | null;
  readonly cohort: { readonly id: string; readonly slug: string; readonly name: string } | null;
};

/** The body of a webhook; never a key, a note or a pasted text. */
export async function payloadOf(facts: Facts, withNames: boolean): Promise<object> {
  const { kind: type, at } = facts;
  const data = type === TRIAL ? { message: "It works." } : await dataOf(facts, withNames);
  return { type, timestamp: at.toISOString(), data };
}

async function dataOf({ student, since, ...facts }: Facts, withNames: boolean): Promise<object> {
  const { kind, subjectId, cohort, stepId, cause, status, tries, reason } = facts;
  const [step, named] = await Promise.all([titledStep(stepId), titledCause(cause)]);
  return {
    ...(kind.startsWith("blocker.") && { blocker_id: subjectId }),
    ...(kind === "blocker.closed" && { reason }),
    ...(kind === "help.asked" && { help_request_id: subjectId }),
    student: student && (withNames ? student : { id: student.id }),
    cohort,
    step,
    cause: named,
    ...(status && { status, tries, since: since?.toISOString() ?? null }),
  };
}

type Titled = { readonly id: string; readonly title: string | null } | null;

async function titledStep(id: string | null): Promise<Titled> {
  if (id === null) return null;
  const step = stepsOf(await wholeModule("pl")).find((known) => known.id === id);
  return { id, title: step?.title ?? null };
}

async function titledCause(id: string | null): Promise<Titled> {
  if (id === null) return null;
  return { id, title: isCauseId(id) ? ((await causePage("pl", id))?.title ?? null) : null };
}
