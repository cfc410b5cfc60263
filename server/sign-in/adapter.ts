import "server-only";
import type { Adapter, AdapterSession, AdapterUser } from "next-auth/adapters";
import type { Role } from "#domain/roster/role";
import { record } from "../audit/record.ts";
import { database, type Transaction } from "../database/client.ts";
import { closeNeverSignedIn } from "../help/first-sign-in.ts";
import { onRoster, onStaff } from "../roster/on-roster.ts";
import { arrival } from "./arrival.ts";
import { ABSOLUTE_MS, IDLE_MS, SEEN_EVERY_MS, STAFF_ABSOLUTE_MS } from "./session-life.ts";
import { hashOf } from "./token.ts";

/** What a person is in a cohort, and what the cohort is called. */
export type Enrolled = {
  cohortId: string;
  /** An owner of the portal is that in every cohort, besides what they are in it. */
  role: Role | "owner";
  cohort: { slug: string; name: string; archivedAt: Date | string | null };
};

/** What a session tells of its person: enough to mint a viewer without a second query. */
export type SignedInUser = AdapterUser & {
  name: string;
  locale: string;
  isOwner: boolean;
  enrolments: readonly Enrolled[];
  /** When the session began; null outside one. */
  signedInAt: Date | null;
  /** When the session showed a second factor; null where it has not, and outside one. */
  secondFactorAt: Date | null;
  /** Since when there is an app that shows digits; null where there is none, and outside a session. */
  appSince: Date | null;
  hasPasskey: boolean;
};

const WITH_ENROLMENTS = {
  enrolments: {
    select: { cohortId: true, role: true, cohort: { select: { slug: true, name: true, archivedAt: true } } },
  },
} as const;

type Row = Pick<SignedInUser, "id" | "email" | "name" | "locale" | "isOwner" | "enrolments"> &
  Partial<Pick<SignedInUser, "signedInAt" | "secondFactorAt" | "appSince" | "hasPasskey">>;

const userOf = ({ id, email, name, locale, isOwner, enrolments, ...rest }: Row): SignedInUser => ({
  id,
  email,
  name,
  locale,
  isOwner,
  enrolments,
  emailVerified: null,
  signedInAt: rest.signedInAt ?? null,
  secondFactorAt: rest.secondFactorAt ?? null,
  appSince: rest.appSince ?? null,
  hasPasskey: rest.hasPasskey ?? false,
});

async function enabledUser(where: { id: string } | { email: string }): Promise<SignedInUser | null> {
  const user = await database().user.findFirst({ where: { ...where, ...onRoster }, include: WITH_ENROLMENTS });
  return user && userOf(user);
}

type SessionRow = Row & { sessionId: string; expiresAt: Date; lastSeenAt: Date; disabledAt: Date | null };

/** One query, since every page begins with it. */
async function getSessionAndUser(token: string): Promise<{ session: AdapterSession; user: SignedInUser } | null> {
  const [found] = await database().$queryRaw<SessionRow[]>`
    SELECT s.id AS "sessionId", s.expires_at AS "expiresAt", s.last_seen_at AS "lastSeenAt", s.created_at AS "signedInAt",
           s.second_factor_at AS "secondFactorAt",
           (SELECT f.created_at FROM second_factor f WHERE f.user_id = u.id) AS "appSince",
           EXISTS (SELECT FROM passkey p WHERE p.user_id = u.id) AS "hasPasskey",
           u.id, u.email, u.name, u.locale, u.is_owner AS "isOwner", u.disabled_at AS "disabledAt",
           coalesce((SELECT jsonb_agg(jsonb_build_object(
                       'cohortId', c.id, 'role', e.role,
                       'cohort', jsonb_build_object('slug', c.slug, 'name', c.name, 'archivedAt', c.archived_at)))
                     FROM (SELECT cohort_id, role::text AS role FROM enrolment WHERE user_id = u.id
                           UNION ALL SELECT id, 'owner' FROM cohort WHERE u.is_owner) e
                     JOIN cohort c ON c.id = e.cohort_id), '[]') AS enrolments
    FROM session s JOIN app_user u ON u.id = s.user_id
    WHERE s.token_hash = ${hashOf(token)}`;
  if (!found || hasEnded(found, Date.now())) return null;
  if (found.lastSeenAt.getTime() + SEEN_EVERY_MS <= Date.now()) await seen(found.sessionId, found.id);
  return { session: { sessionToken: token, userId: found.id, expires: found.expiresAt }, user: userOf(found) };
}

const hasEnded = ({ expiresAt, lastSeenAt, disabledAt, ...row }: SessionRow, now: number): boolean =>
  disabledAt !== null ||
  !(row.isOwner || row.enrolments.length > 0) ||
  expiresAt.getTime() <= now ||
  lastSeenAt.getTime() + IDLE_MS <= now;

async function seen(sessionId: string, userId: string): Promise<void> {
  const now = new Date();
  await database().$transaction([
    database().session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now } }),
    database().user.updateMany({ where: { id: userId }, data: { lastActiveAt: now } }),
  ]);
}

async function createSession({ sessionToken, userId }: AdapterSession): Promise<AdapterSession> {
  const now = new Date();
  const isStaff = (await database().user.count({ where: { id: userId, ...onStaff } })) > 0;
  const expires = new Date(now.getTime() + (isStaff ? STAFF_ABSOLUTE_MS : ABSOLUTE_MS));
  const { method = "mail", device = null, before = null, hasShownFactor = false } = arrival.getStore() ?? {};
  await database().$transaction(async (tx) => {
    // Whoever held this browser's session before holds nothing after.
    if (before) await tx.session.deleteMany({ where: { tokenHash: new Uint8Array(hashOf(before)) } });
    const tokenHash = new Uint8Array(hashOf(sessionToken));
    await tx.session.create({
      data: {
        ...{ tokenHash, userId, createdAt: now, expiresAt: expires, method, device },
        secondFactorAt: hasShownFactor ? now : null,
      },
      select: { id: true },
    });
    await tx.user.updateMany({ where: { id: userId }, data: { lastActiveAt: now } });
    await tx.user.updateMany({ where: { id: userId, firstSignedInAt: null }, data: { firstSignedInAt: now } });
    await keepAccount(tx, userId);
    await closeNeverSignedIn(tx, userId, now);
  });
  return { sessionToken, userId, expires };
}

/** Whoever signs in has changed their mind about deleting the account. */
async function keepAccount(tx: Transaction, userId: string): Promise<void> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, deletionDueAt: { not: null } },
    data: { deletionDueAt: null },
  });
  if (count > 0) await record(tx, { kind: "account.kept", actorId: userId, subjectId: userId });
}

/** next-auth's view of our tables. People come from the roster alone, so nothing here creates one. */
export const adapter: Adapter = {
  getUser: (id) => enabledUser({ id }),
  getUserByEmail: (email) => enabledUser({ email }),
  getUserByAccount: async () => null,
  // Only called to note that the address is verified; being on the roster and having the mail is all we keep of that.
  updateUser: async ({ id }) => {
    const user = await enabledUser({ id });
    if (!user) throw new Error("The person left the roster while signing in.");
    return user;
  },
  createUser: () => Promise.reject(new Error("People come from the roster.")),
  linkAccount: () => Promise.reject(new Error("No account is linked yet.")),
  createSession,
  getSessionAndUser,
  // Sessions have one fixed end, so there is nothing to move.
  updateSession: async () => null,
  deleteSession: async (token) => {
    await database().session.deleteMany({ where: { tokenHash: new Uint8Array(hashOf(token)) } });
  },
  createVerificationToken: async (token) => database().verificationToken.create({ data: token }),
  useVerificationToken: async ({ identifier, token }) => {
    const [used] = await database().$queryRaw<{ identifier: string; token: string; expires: Date }[]>`
      DELETE FROM verification_token WHERE identifier = ${identifier} AND token = ${token} RETURNING identifier, token, expires`;
    return used ?? null;
  },
};
