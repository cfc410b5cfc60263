import { randomBytes } from "node:crypto";
import { CHECKS, type CheckName } from "#domain/check/check";
import { storeKey } from "#server/credential/commands";
import type { Student } from "#server/viewer";
import { keyOf } from "../../scripts/simulator/keys.ts";
import type { SituationId } from "../../scripts/simulator/situations.ts";
import { ownerDatabase } from "./roles.ts";

/** Shaped like a project key and nobody's; put together here, so that the repository holds nothing that looks like one. */
export const aKey = (): string => ["sk", "proj", randomBytes(90).toString("base64url")].join("-");

/** An address that no other test counts against. */
export const anIp = (): string => `2001:db8::${randomBytes(2).toString("hex")}:${randomBytes(2).toString("hex")}`;

/** The student pastes a key; a test of it is then waiting. */
export const paste = (student: Student, key: string) => storeKey(student, { key, kind: "project" }, anIp());

/** Pastes the simulator's key for a situation, and gives the test that waits. */
export async function pasteFor(student: Student, situation: SituationId): Promise<string> {
  await paste(student, keyOf(situation, student.id));
  return liveTestOf(student);
}

export async function liveTestOf({ id: userId }: Student): Promise<string> {
  return (await ownerDatabase().accessTest.findFirstOrThrow({ where: { userId, finishedAt: null } })).id;
}

/** Ends whatever is running, so that the next test can start. */
export const endTests = ({ id: userId }: Student) =>
  ownerDatabase().accessTest.updateMany({
    where: { userId, finishedAt: null },
    data: { finishedAt: new Date(), ending: "completed" },
  });

const REFUSED_AS = { "openai.credits": "quota_insufficient", "openai.image": "org_unverified" } as const;

/** A test of the past, of a key that is gone, in which this check was refused. */
export async function aRefusal({ id: userId }: Student, check: keyof typeof REFUSED_AS): Promise<void> {
  const at = new Date(Date.now() - 60_000);
  const key = { userId, provider: "openai", kind: "project", deletedAt: at };
  const { id: credentialId } = await ownerDatabase().apiCredential.create({ data: key });
  const result = { check, position: CHECKS.indexOf(check), state: "failed" as const, cause: REFUSED_AS[check] };
  await ownerDatabase().accessTest.create({
    data: {
      ...{ userId, credentialId, credentialVersion: 1, trigger: "asked", ending: "completed" },
      ...{ imageConsent: check === "openai.image", requestedAt: at, finishedAt: at },
      results: { create: { ...result, startedAt: at, finishedAt: at } },
    },
  });
}

/** Tests of the past, of a key that is gone, in which the provider was asked for this check so many times. */
export async function asksOf({ id: userId }: Student, check: CheckName, times: number): Promise<void> {
  const at = new Date(Date.now() - 120_000);
  const key = { userId, provider: "openai", kind: "project", deletedAt: at };
  const { id: credentialId } = await ownerDatabase().apiCredential.create({ data: key });
  const result = { check, position: CHECKS.indexOf(check), state: "passed" as const, startedAt: at, finishedAt: at };
  for (let time = 0; time < times; time++)
    await ownerDatabase().accessTest.create({
      data: {
        ...{ userId, credentialId, credentialVersion: 1, attempt: 1, trigger: "asked", ending: "completed" },
        ...{ requestedAt: at, finishedAt: at, results: { create: result } },
      },
    });
}
