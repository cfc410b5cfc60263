import "server-only";
import type { Locale } from "#domain/course/course";
import { done, type Outcome, refused } from "#domain/outcome";
import type { Invitee } from "#domain/roster/pasted";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import { countUses } from "../limit/limit.ts";
import { enrol } from "../roster/enrol.ts";
import { hashOf, newToken } from "../sign-in/token.ts";
import type { Manager } from "../viewer.ts";
import { type JoinLinkState, stateOfLink } from "./queries.ts";

type Wish = { readonly cohortId: string; readonly mostUses: number; readonly expiresAt: Date };

/** Gives the token, which is shown this once. */
export async function openJoinLink(manager: Manager, wish: Wish): Promise<Outcome<{ token: string }, "not_found">> {
  if (!manager.cohortIds.includes(wish.cohortId)) return refused("not_found");
  const token = newToken();
  await database().$transaction(async (tx) => {
    const tokenHash = new Uint8Array(hashOf(token));
    await tx.joinLink.create({ data: { ...wish, tokenHash }, select: { id: true } });
    const facts = { cohort: wish.cohortId, uses: wish.mostUses };
    await record(tx, { kind: "roster.link_opened", actorId: manager.id, facts });
  });
  return done({ token });
}

/** Closed twice is closed once. */
export async function closeJoinLink(manager: Manager, linkId: string, now: Date): Promise<Outcome<null, "not_found">> {
  return database().$transaction(async (tx) => {
    const where = { id: linkId, cohortId: { in: [...manager.cohortIds] } };
    if ((await tx.joinLink.count({ where })) === 0) return refused("not_found");
    const { count } = await tx.joinLink.updateMany({ where: { ...where, closedAt: null }, data: { closedAt: now } });
    if (count > 0) await record(tx, { kind: "roster.link_closed", actorId: manager.id, facts: { link: linkId } });
    return done(null);
  });
}

export type JoinRefusal = Exclude<JoinLinkState, "open"> | "not_found" | "too_many";
type Joining = { readonly person: Invitee; readonly locale: Locale; readonly ip: string };

/**
 * Puts whoever opened the link on the roster, which lets them ask for a sign-in mail and nothing more. Of any number at
 * once no more get in than the link has uses. Whoever is there already uses none up, and is told the same.
 */
export async function joinCohort(
  token: string,
  { person, locale, ip }: Joining,
  now: Date,
): Promise<Outcome<null, JoinRefusal>> {
  const limited = await countUses(["join by ip", ip]);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  return database().$transaction(async (tx) => {
    const tokenHash = new Uint8Array(hashOf(token));
    // Held until the end, so that the last place is given once.
    await tx.$queryRaw`SELECT id FROM join_link WHERE token_hash = ${tokenHash} FOR UPDATE`;
    const link = await tx.joinLink.findUnique({
      where: { tokenHash },
      include: { cohort: { select: { archivedAt: true } } },
    });
    if (!link) return refused("not_found");
    const state = stateOfLink(link, now);
    if (state !== "open") return refused(state);
    const [userId] = await enrol(tx, [person], { cohortId: link.cohortId, role: "student", locale });
    if (!userId) return done(null);
    await tx.joinLink.updateMany({ where: { id: link.id }, data: { uses: { increment: 1 } } });
    await record(tx, { kind: "roster.joined", subjectId: userId, facts: { link: link.id } });
    return done(null);
  });
}
