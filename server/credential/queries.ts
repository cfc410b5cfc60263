import "server-only";
import type { ProviderId } from "#domain/check/provider";
import { database } from "../database/client.ts";
import { offeredProviders } from "../environment.ts";
import type { Student } from "../viewer.ts";

/** Whose keys this portal takes, by the operator's choice. */
export const acceptedProviders = (): readonly ProviderId[] => offeredProviders();

/** All that the portal can tell of a stored key. */
export type StoredKey = { readonly kind: string; readonly storedAt: Date };

export const storedKeyOf = (student: Pick<Student, "id">, provider: ProviderId = "openai"): Promise<StoredKey | null> =>
  database().apiCredential.findFirst({
    where: { userId: student.id, provider, deletedAt: null },
    select: { kind: true, storedAt: true },
  });

export type KeyUse = { readonly at: Date; readonly kind: string };

/** When the key was saved, replaced and opened, latest first. */
export const keyUsesOf = (student: Pick<Student, "id">, take = 10): Promise<KeyUse[]> =>
  database().auditEvent.findMany({
    where: {
      subjectId: student.id,
      kind: { in: ["credential.saved", "credential.replaced", "credential.opened", "credential.deleted"] },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take,
    select: { at: true, kind: true },
  });
