import "server-only";
import { forbidden, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { Locale } from "#domain/course/course";
import type { Role } from "#domain/roster/role";
import { type FactorStep, type Factors, factorStep } from "#domain/sign-in/second-factor";
import type { Reader } from "./course/queries.ts";
import { webEnvironment } from "./environment.ts";
import { isFactorRequired } from "./second-factor/queries.ts";
import type { Enrolled, SignedInUser } from "./sign-in/adapter.ts";
import { authOptions } from "./sign-in/next-auth.ts";
import { RECENT_MS } from "./sign-in/session-life.ts";

declare const minted: unique symbol;

export type Person = { readonly id: string; readonly name: string; readonly email: string; readonly locale: Locale };

/** Only this file mints one, from a live session, so whoever holds one has been asked who they are. */
export type Student = Person & Reader & { readonly [minted]: "student" };
/** Whoever sees the students of a cohort: its instructors and assistants, and the owners of the portal. */
export type Instructor = Person &
  Reader & {
    /** All that they see, without those that are put away. */
    readonly cohortIds: readonly string[];
    /** Those of them in which they also say who is there: as instructor or owner. */
    readonly managedIds: readonly string[];
    /** The most that they are anywhere. */
    readonly highest: Exclude<Role, "student"> | "owner";
    /** What their cohorts are called, by slug. */
    readonly cohortNames: ReadonlyMap<string, string>;
    readonly [minted]: "instructor";
  };
/** Whoever says who is in a cohort: its instructors, and the owners of the portal. */
export type Manager = Person &
  Reader & {
    /** What they manage, without what is put away. */
    readonly cohortIds: readonly string[];
    /** What they manage and is put away. */
    readonly archivedIds: readonly string[];
    readonly isOwner: boolean;
    readonly [minted]: "manager";
  };
/** Reads what is for any of their cohorts, those that they learn in and those that they teach. */
export type Viewer = Reader & {
  readonly person: Person;
  readonly student: Student | null;
  readonly instructor: Instructor | null;
  /** When this session began. */
  readonly signedInAt: Date | null;
};
/** Somebody who has signed in and must still show a second factor: this opens nothing but that. */
export type Halfway = Person & { readonly has: Factors; readonly [minted]: "halfway" };
/** Staff who may set up a second factor of their own, and since when they have an app already. */
export type FactorOwner = Person & { readonly appSince: Date | null; readonly [minted]: "factor owner" };

type Visitor = { readonly user: SignedInUser; readonly step: FactorStep };

/** Whose session this is, once per request, and what it must still do before it opens anything. */
const visitor = cache(async (): Promise<Visitor | null> => {
  const session = await getServerSession(authOptions());
  const user = session?.user as SignedInUser | undefined;
  if (!user?.id || !Array.isArray(user.enrolments)) return null;
  const step = factorStep({
    isStaff: isStaff(user),
    shownAt: user.secondFactorAt,
    has: factorsOf(user),
    isRequired: isFactorRequired(),
  });
  // Half a session is kept for a short while only: the mail that began it has to be fresh.
  return step === "none" || isYoung(user.signedInAt, new Date()) ? { user, step } : null;
});

const isStaff = ({ isOwner, enrolments }: SignedInUser): boolean =>
  isOwner || enrolments.some(({ role }) => role !== "student");

const factorsOf = ({ appSince, hasPasskey }: SignedInUser): Factors => ({
  app: appSince !== null,
  passkey: hasPasskey,
});

const isYoung = (signedInAt: Date | null, now: Date): boolean =>
  signedInAt !== null && now.getTime() - signedInAt.getTime() < RECENT_MS;

/** Who is looking, once per request; null for a stranger, and for whoever has yet to show a second factor. */
export async function viewer(): Promise<Viewer | null> {
  const visiting = await visitor();
  return visiting?.step === "none" ? mint(visiting.user) : null;
}

const personOf = ({ id, name, email, locale }: SignedInUser): Person => ({
  id,
  name,
  email,
  locale: locale === "en" ? "en" : "pl",
});

function mint(user: SignedInUser): Viewer {
  const person = personOf(user);
  const { enrolments, signedInAt } = user;
  const attended = enrolments.filter(({ role }) => role === "student");
  return {
    person,
    cohorts: slugsOf(enrolments),
    student: attended.length > 0 ? ({ ...person, cohorts: slugsOf(attended) } as unknown as Student) : null,
    signedInAt,
    instructor: isStaff(user) ? instructorOf(person, user) : null,
  };
}

const slugsOf = (enrolments: SignedInUser["enrolments"]) => [
  ...new Set(enrolments.map(({ cohort: { slug } }) => slug)),
];
const idsOf = (enrolments: SignedInUser["enrolments"]) => [...new Set(enrolments.map(({ cohortId }) => cohortId))];
const isLive = ({ cohort: { archivedAt } }: Enrolled): boolean => archivedAt === null;
const isManaged = ({ role }: Enrolled): boolean => role === "instructor" || role === "owner";
const isManager = ({ isOwner, enrolments }: SignedInUser): boolean => isOwner || enrolments.some(isManaged);

function instructorOf(person: Person, user: SignedInUser): Instructor {
  const { enrolments } = user;
  const taught = enrolments.filter((enrolled) => enrolled.role !== "student" && isLive(enrolled));
  return {
    ...person,
    cohorts: slugsOf(taught),
    cohortIds: idsOf(taught),
    managedIds: idsOf(taught.filter(isManaged)),
    highest: user.isOwner ? "owner" : isManager(user) ? "instructor" : "assistant",
    cohortNames: new Map(taught.map(({ cohort: { slug, name } }) => [slug, name])),
  } as unknown as Instructor;
}

function managerOf(person: Person, { isOwner, enrolments }: SignedInUser): Manager {
  const managed = enrolments.filter(isManaged);
  const [live, archived] = [managed.filter(isLive), managed.filter((enrolled) => !isLive(enrolled))];
  const ids = { cohortIds: idsOf(live), archivedIds: idsOf(archived) };
  return { ...person, ...ids, isOwner, cohorts: slugsOf(live) } as unknown as Manager;
}

const STEP_PAGES: Readonly<Record<FactorStep, string>> = {
  none: "/",
  show: "/login/second",
  set_up: "/login/second/set-up",
};

export async function requireViewer(): Promise<Viewer> {
  const visiting = await visitor();
  if (!visiting) redirect("/login");
  return visiting.step === "none" ? mint(visiting.user) : redirect(STEP_PAGES[visiting.step]);
}

/** Who has come half the way: to show the second factor that they have. Anybody else goes where they belong. */
export async function requireHalfway(): Promise<Halfway> {
  const visiting = await visitor();
  if (!visiting) redirect("/login");
  if (visiting.step !== "show") redirect(STEP_PAGES[visiting.step]);
  return { ...personOf(visiting.user), has: factorsOf(visiting.user) } as unknown as Halfway;
}

/** Staff who set up a second factor or change theirs: those who must have one first, and those who have just signed in. */
export async function requireFactorOwner(): Promise<FactorOwner> {
  const visiting = await visitor();
  if (!visiting) redirect("/login");
  const { user, step } = visiting;
  if (step === "show") redirect(STEP_PAGES.show);
  if (!isStaff(user)) forbidden();
  if (!isYoung(user.signedInAt, new Date())) redirect(`/login/again?to=${STEP_PAGES.set_up}`);
  return { ...personOf(user), appSince: user.appSince } as unknown as FactorOwner;
}

/** Whether the sign-in is young enough for what could hurt. */
export const isRecent = ({ signedInAt }: Viewer, now: Date): boolean => isYoung(signedInAt, now);

/** For what could hurt: whoever signed in a while ago does so again, and goes on to `to`, a path of our own. */
export async function requireRecentSignIn(to: string): Promise<Viewer> {
  const looking = await requireViewer();
  return isRecent(looking, new Date()) ? looking : redirect(`/login/again?to=${encodeURIComponent(to)}`);
}

/** Who pastes a message: somebody who is signed in and, where the operator allows it, a stranger, who is null. */
export async function requirePaster(): Promise<Viewer | null> {
  return webEnvironment().OPEN_PASTE === "yes" ? viewer() : requireViewer();
}

export async function requireStudent(): Promise<Student> {
  const { student } = await requireViewer();
  return student ?? forbidden();
}

export async function requireInstructor(): Promise<Instructor> {
  const { instructor } = await requireViewer();
  return instructor ?? forbidden();
}

/** For what changes who is in a cohort, and for what takes people's data out of the portal. */
export async function requireManager(): Promise<Manager> {
  const { person } = await requireViewer();
  const visiting = await visitor();
  return visiting && isManager(visiting.user) ? managerOf(person, visiting.user) : forbidden();
}
