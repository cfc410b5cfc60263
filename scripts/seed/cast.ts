import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { type CauseId, isInconclusive } from "#domain/cause/cause";
import { CHECKS_OF, type CheckName, type CheckState } from "#domain/check/check";
import type { Role } from "#domain/roster/role";
import type { PrismaClient } from "#server/database/generated/client";
import { refreshBlockers } from "#server/help/blockers";
import { sealKey } from "#server/vault/seal";
import { keyOf } from "../simulator/keys.ts";
import type { SituationId } from "../simulator/situations.ts";
import { screenReportsIn } from "./screen-reports.ts";

/** A cast of people and what happened to them, for the demo and for the tests. Everything has a sensible default. */
export type Cast = ReturnType<typeof castIn>;

type CohortWish = {
  slug?: string;
  name?: string;
  helpAfterTries?: number;
  nextMeeting?: Date;
  endsAt?: Date;
  lessonDues?: { create: { module: string; lesson: string; dueAt: Date }[] };
};
type PersonWish = {
  cohortId: string;
  name?: string;
  email?: string;
  invitedAt?: Date;
  firstSignedInAt?: Date | null;
  locale?: string;
  isOwner?: boolean;
};
type KeyWish = { situation?: SituationId; key?: string; storedAt?: Date };
type TestWish = { at?: Date; outcome: readonly (CauseId | "passed" | "skipped")[] };

const DEFAULT_KIND = "project";
/** A busy machine takes its time, and nobody waits for the cast. */
const PATIENCE_MS = 60_000;

export function castIn(db: PrismaClient) {
  const aCohort = ({
    slug = `grupa-${randomBytes(4).toString("hex")}`,
    name = "Jesień 2026",
    ...rest
  }: CohortWish = {}) => db.cohort.create({ data: { slug, name, ...rest } });

  const aPerson = (role: Role) => async (wish: PersonWish) => {
    const {
      cohortId,
      name = "Uczestniczka Próbna",
      email = `${randomBytes(6).toString("hex")}@example.com`,
      invitedAt = new Date(),
    } = wish;
    const firstSignedInAt = wish.firstSignedInAt === undefined ? invitedAt : wish.firstSignedInAt;
    const person = {
      email,
      name,
      locale: wish.locale ?? "pl",
      isOwner: wish.isOwner ?? false,
      createdAt: invitedAt,
      firstSignedInAt,
      lastActiveAt: firstSignedInAt,
    };
    return db.user.create({ data: { ...person, enrolments: { create: { cohortId, role, invitedAt } } } });
  };

  /** Done by the student's own word. */
  const aTick = async (userId: string, stepId: string, at = new Date()) => {
    await db.stepProgress.create({ data: { userId, stepId, tickedAt: at } });
    await db.stepEvent.create({ data: { userId, stepId, kind: "ticked", at } });
    await active(userId, at);
  };

  /** Done as a check has shown. */
  const aProof = async (userId: string, stepId: string, at = new Date()) => {
    await db.stepProgress.create({ data: { userId, stepId, provenAt: at } });
    await db.stepEvent.create({ data: { userId, stepId, kind: "proven", at } });
    await active(userId, at);
  };

  const active = (userId: string, at: Date) =>
    db.user.update({ where: { id: userId }, data: { lastProgressAt: at, lastActiveAt: at } });

  /** A key of the simulator, sealed as the portal seals. */
  const aSealedKey = async (
    userId: string,
    { situation = "good", key = keyOf(situation, userId), storedAt = new Date() }: KeyWish = {},
  ) => {
    const id = uuid();
    const active = await db.vaultKey.findFirstOrThrow({ where: { state: "active" } });
    const sealed = await sealKey(key, { provider: "openai", userId, credentialId: id, version: 1 }, active);
    await db.apiCredential.create({
      data: { id, userId, provider: "openai", kind: DEFAULT_KIND, createdAt: storedAt, storedAt },
    });
    await db.credentialSecret.create({
      data: {
        credentialId: id,
        version: 1,
        format: sealed.format,
        vaultKeyId: sealed.vaultKeyId,
        sealed: new Uint8Array(sealed.bytes),
      },
    });
    await db.auditEvent.create({
      data: { kind: "credential.saved", at: storedAt, actorId: userId, subjectId: userId },
    });
    return { id, version: 1 };
  };

  /** A finished access test: one outcome per check, in their order. */
  const aTest = async (
    userId: string,
    credential: { id: string; version: number },
    { at = new Date(), outcome }: TestWish,
  ) => {
    const results = CHECKS_OF.openai.map((check, position) =>
      resultOf(check, position, outcome[position] ?? "skipped", at),
    );
    const test = {
      userId,
      credentialId: credential.id,
      credentialVersion: credential.version,
      trigger: "asked",
      requestedAt: at,
      startedAt: at,
    } as const;
    const finishedAt = new Date(at.getTime() + 2_400);
    await db.accessTest.create({
      data: { ...test, finishedAt, ending: "completed", attempt: 1, results: { create: results } },
    });
    await db.user.update({ where: { id: userId }, data: { lastActiveAt: at } });
  };

  const aHelpRequest = (userId: string, note: string, at = new Date()) =>
    db.helpRequest.create({ data: { userId, note, createdAt: at } });

  /** Applies the rules to whatever the cast has done. */
  const settle = (userId: string, now = new Date()) =>
    db.$transaction((tx) => refreshBlockers(tx, userId, now), { timeout: PATIENCE_MS });

  return {
    aCohort,
    aStudent: aPerson("student"),
    anAssistant: aPerson("assistant"),
    anInstructor: aPerson("instructor"),
    aTick,
    aProof,
    aSealedKey,
    aTest,
    aHelpRequest,
    aScreenReport: screenReportsIn(db),
    settle,
  };
}

const TOOK_MS: Record<CheckName, number> = {
  "openai.format": 2,
  "openai.key": 410,
  "openai.credits": 1_120,
  "openai.image": 640,
  "google.format": 2,
  "google.key": 320,
  "google.answer": 900,
};

function resultOf(check: CheckName, position: number, outcome: CauseId | "passed" | "skipped", at: Date) {
  const state = stateOf(outcome);
  const startedAt = state === "skipped" ? null : at;
  const finishedAt = new Date(at.getTime() + (state === "skipped" ? 0 : TOOK_MS[check]));
  const isAnswer = check !== "openai.format" && state !== "skipped";
  const cause = outcome === "passed" || outcome === "skipped" ? null : outcome;
  const httpStatus = isAnswer ? (cause === null ? 200 : STATUS[cause] === undefined ? 403 : STATUS[cause]) : null;
  return { check, position, state, startedAt, finishedAt, cause, httpStatus };
}

function stateOf(outcome: CauseId | "passed" | "skipped"): Exclude<CheckState, "started" | "waiting"> {
  if (outcome === "passed" || outcome === "skipped") return outcome;
  return isInconclusive(outcome) ? "inconclusive" : "failed";
}

/** Null where there was no answer at all. */
const STATUS: Readonly<Record<string, number | null>> = {
  key_invalid: 401,
  quota_insufficient: 429,
  org_unverified: 403,
  server_error: 500,
  overloaded: 503,
  timeout: null,
  network_error: null,
};
