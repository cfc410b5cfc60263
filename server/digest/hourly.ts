import "server-only";
import { DIGESTS, digestDue } from "#domain/digest/due";
import { database } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { nudgeEverybody } from "../nudge/nudge.ts";

/** Run by the worker each hour: whose digest is due gets one, and students are reminded where their cohort wants that. */
export async function everyHour(now: Date): Promise<void> {
  const staff = await database().user.findMany({
    where: { disabledAt: null, digest: { not: "none" }, enrolments: { some: { role: { not: "student" } } } },
    select: {
      id: true,
      digest: true,
      enrolments: { where: { role: { not: "student" } }, select: { cohort: { select: { nextMeeting: true } } } },
    },
  });
  for (const { id: userId, digest: chosen, enrolments } of staff) {
    const meetings = enrolments.flatMap(({ cohort }) => cohort.nextMeeting ?? []);
    const about = digestDue(DIGESTS.find((known) => known === chosen) ?? "none", meetings, now);
    if (about) await enqueue(database(), "digest", { userId, about }, { singletonKey: `${userId} ${about}` });
  }
  await nudgeEverybody(now);
}
