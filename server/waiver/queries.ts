import "server-only";
import { database } from "../database/client.ts";
import type { Student } from "../viewer.ts";

export type WaiverView = {
  readonly stepId: string;
  readonly reason: string;
  readonly waivedAt: Date;
  /** Null where the account is gone. */
  readonly by: string | null;
};

/** The steps that a student is released from, by step, with the words of whoever did so. */
export async function waiversOf({ id: userId }: Pick<Student, "id">): Promise<ReadonlyMap<string, WaiverView>> {
  const rows = await database().waiver.findMany({
    where: { userId, endedAt: null },
    select: { stepId: true, reason: true, waivedAt: true, waiver: { select: { name: true } } },
  });
  return new Map(rows.map(({ waiver, ...row }) => [row.stepId, { ...row, by: waiver?.name ?? null }]));
}
