import "server-only";
import { forbidden, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { Locale } from "#domain/course/course";
import { webEnvironment } from "./environment.ts";
import type { SignedInUser } from "./sign-in/adapter.ts";
import { authOptions } from "./sign-in/next-auth.ts";
import { RECENT_MS } from "./sign-in/session-life.ts";

declare const minted: unique symbol;

export type Person = { readonly id: string; readonly name: string; readonly email: string; readonly locale: Locale };

/** Only this file mints one, from a live session, so whoever holds one has been asked who they are. */
export type Student = Person & { readonly [minted]: "student" };
export type Instructor = Person & { readonly cohortIds: readonly string[]; readonly [minted]: "instructor" };
export type Viewer = {
  readonly person: Person;
  readonly student: Student | null;
  readonly instructor: Instructor | null;
  /** When this session began. */
  readonly signedInAt: Date | null;
};

/** Who is looking, once per request; null for a stranger. */
export const viewer = cache(async (): Promise<Viewer | null> => {
  const session = await getServerSession(authOptions());
  const user = session?.user as SignedInUser | undefined;
  return user?.id && Array.isArray(user.enrolments) ? mint(user) : null;
});

function mint({ id, name, email, locale, enrolments, signedInAt }: SignedInUser): Viewer {
  const person: Person = { id, name, email, locale: locale === "en" ? "en" : "pl" };
  const taught = enrolments.filter(({ role }) => role === "instructor").map(({ cohortId }) => cohortId);
  const learns = enrolments.some(({ role }) => role === "student");
  return {
    person,
    student: learns ? (person as Student) : null,
    signedInAt,
    instructor: taught.length > 0 ? ({ ...person, cohortIds: taught } as unknown as Instructor) : null,
  };
}

export async function requireViewer(): Promise<Viewer> {
  return (await viewer()) ?? redirect("/login");
}

/** Whether the sign-in is young enough for what could hurt. */
export const isRecent = ({ signedInAt }: Viewer, now: Date): boolean =>
  signedInAt !== null && now.getTime() - signedInAt.getTime() < RECENT_MS;

/** For what could hurt: whoever signed in a while ago does so again, and goes on to `to`, a path of our own. */
export async function requireRecentSignIn(to: string): Promise<Viewer> {
  const looking = await requireViewer();
  return isRecent(looking, new Date()) ? looking : redirect(`/login/again?to=${encodeURIComponent(to)}`);
}

/** Who pastes a message: somebody who is signed in and, where the operator allows it, a stranger, who is null. */
export async function requirePaster(): Promise<Viewer | null> {
  return (await viewer()) ?? (webEnvironment().OPEN_PASTE === "yes" ? null : redirect("/login"));
}

export async function requireStudent(): Promise<Student> {
  const { student } = await requireViewer();
  return student ?? forbidden();
}

export async function requireInstructor(): Promise<Instructor> {
  const { instructor } = await requireViewer();
  return instructor ?? forbidden();
}
