import "server-only";
import { database } from "../database/client.ts";

/** Part of the sweep: where a meeting is over, the cohort's next one is the earliest that is still to come. */
export async function nameNextMeetings(now: Date): Promise<void> {
  await database().$executeRaw`
    UPDATE cohort c SET next_meeting = (SELECT min(l.at) FROM live_session l WHERE l.cohort_id = c.id AND l.at > ${now})
    WHERE c.next_meeting <= ${now} AND EXISTS (SELECT FROM live_session l WHERE l.cohort_id = c.id)`;
}
