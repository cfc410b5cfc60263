import "server-only";
import { database } from "../database/client.ts";
import type { Student } from "../viewer.ts";

/** All that the portal can tell of a stored key. */
export type StoredKey = { readonly kind: string; readonly storedAt: Date };

export const storedKeyOf = (student: Pick<Student, "id">): Promise<StoredKey | null> =>
  database().apiCredential.findFirst({
    where: { userId: student.id, deletedAt: null },
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
