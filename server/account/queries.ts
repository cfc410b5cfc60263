import "server-only";
import { database } from "../database/client.ts";
import { STEP_RECORD } from "../progress/queries.ts";
import type { Person } from "../viewer.ts";

export type OwnData = Awaited<ReturnType<typeof ownDataOf>>;

/** When the account is to be deleted; null where that is not planned. */
export async function deletionDueFor({ id }: Person): Promise<Date | null> {
  const user = await database().user.findUnique({ where: { id }, select: { deletionDueAt: true } });
  return user?.deletionDueAt ?? null;
}

const TEST = {
  trigger: true,
  requestedAt: true,
  finishedAt: true,
  ending: true,
  results: {
    orderBy: { position: "asc" },
    select: {
      check: true,
      state: true,
      cause: true,
      httpStatus: true,
      providerCode: true,
      requestId: true,
      organization: true,
      project: true,
      costMicroUsd: true,
      finishedAt: true,
    },
  },
} as const;

const SCREEN = {
  module: true,
  lesson: true,
  anchor: true,
  text: true,
  createdAt: true,
  handledAt: true,
  picture: { select: { mediaType: true, width: true, height: true } },
} as const;

const REQUEST = {
  note: true,
  device: true,
  pasted: true,
  cause: true,
  createdAt: true,
  closedAt: true,
  replies: { orderBy: { createdAt: "asc" }, select: { text: true, isStaff: true, createdAt: true } },
} as const;

const MESSAGE = { subject: true, body: true, subjectEn: true, bodyEn: true, createdAt: true } as const;

const LETTER = { kind: true, sentAt: true, bouncedAt: true, bounceStatus: true } as const;

const NEWEST = { at: "desc" } as const;

/**
 * Everything that the portal holds of a person, and no secret: no sealed bytes, no hash, no fingerprint. Pictures are
 * told by their times; each is behind its own address for as long as it is kept.
 */
export async function ownDataOf({ id }: Person) {
  const { sessions, credentials, accessTests, ...person } = await database().user.findUniqueOrThrow({
    where: { id },
    select: {
      email: true,
      name: true,
      locale: true,
      createdAt: true,
      firstSignedInAt: true,
      lastActiveAt: true,
      quietRetests: true,
      enrolments: { select: { role: true, invitedAt: true, cohort: { select: { name: true } } } },
      sessions: { select: { createdAt: true, lastSeenAt: true, expiresAt: true, method: true, device: true } },
      secondFactor: { select: { createdAt: true } },
      recoveryCodes: { select: { usedAt: true } },
      passkeys: { select: { name: true, createdAt: true, lastUsedAt: true } },
      externalAccounts: { select: { provider: true, subject: true, createdAt: true } },
      progress: { select: STEP_RECORD },
      waivers: { select: { stepId: true, reason: true, waivedAt: true, endedAt: true } },
      stepEvents: { orderBy: NEWEST, select: { stepId: true, kind: true, at: true } },
      credentials: {
        select: { provider: true, kind: true, createdAt: true, storedAt: true, expiresAt: true, deletedAt: true },
      },
      accessTests: { orderBy: { requestedAt: "desc" }, select: TEST },
      waitingTimers: { select: { check: true, since: true, until: true } },
      blockers: { select: { status: true, stepId: true, cause: true, tries: true, since: true, closedAt: true } },
      helpRequests: { select: REQUEST },
      messages: { select: { state: true, settledAt: true, message: { select: MESSAGE } } },
      mailRefusedAt: true,
      mailRefusedStatus: true,
      letters: { orderBy: { sentAt: "desc" }, select: LETTER },
      notes: { select: { text: true, createdAt: true } },
      messageReports: { select: { text: true, createdAt: true, closedAt: true } },
      webhookMessages: { orderBy: NEWEST, select: { kind: true, at: true, stepId: true, cause: true, reason: true } },
      webhookEndpoints: {
        select: { name: true, url: true, events: true, withNames: true, createdAt: true, pausedAt: true },
      },
      apiTokens: { select: { name: true, scopes: true, createdAt: true, expiresAt: true, lastUsedAt: true } },
      screenReports: { orderBy: { createdAt: "desc" }, select: SCREEN },
      isOwner: true,
      rosterImports: { select: { createdAt: true, confirmedAt: true, added: true, changed: true } },
    },
  });
  const events = await database().auditEvent.findMany({
    where: { OR: [{ subjectId: id }, { actorId: id }] },
    orderBy: NEWEST,
    select: { at: true, kind: true },
  });
  return { person, sessions, keys: credentials, tests: accessTests, events };
}

/** What a person gets by mail, by their own choice. */
export const lettersFor = ({ id }: Person): Promise<{ messagesByMail: boolean; digest: string }> =>
  database().user.findUniqueOrThrow({ where: { id }, select: { messagesByMail: true, digest: true } });
