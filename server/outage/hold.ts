import "server-only";
import { database } from "../database/client.ts";
import { notify } from "../live/notify.ts";

/**
 * Asked before a test is run. While its provider is out of order it waits, unless it is the scout that goes ahead; a
 * quiet look is called off in place of standing in its student's way. Gives whether the test must not run now.
 */
export async function holdBack(testId: string, scoutFor: string | undefined): Promise<boolean> {
  const [held] = await database().$queryRaw<{ user_id: string }[]>`
    UPDATE access_test t SET
      held_at = CASE WHEN t.trigger <> 'quiet' THEN coalesce(t.held_at, now()) END,
      finished_at = CASE WHEN t.trigger = 'quiet' THEN now() END,
      ending = CASE WHEN t.trigger = 'quiet' THEN 'cancelled'::test_ending END
    FROM api_credential c, incident i
    WHERE t.id = ${testId}::uuid AND t.finished_at IS NULL AND c.id = t.credential_id
      AND i.provider = c.provider AND i.ended_at IS NULL AND i.id IS DISTINCT FROM ${scoutFor ?? null}::uuid
    RETURNING t.user_id`;
  if (held) await notify(database(), `user:${held.user_id}`);
  else await letGo(testId);
  return held !== undefined;
}

const letGo = (testId: string) =>
  database().accessTest.updateMany({ where: { id: testId, heldAt: { not: null } }, data: { heldAt: null } });

/** The tests of a provider that wait, in the order in which they were asked for. */
export const heldTests = (provider: string, { after, take }: { after?: string | undefined; take: number }) =>
  database().accessTest.findMany({
    where: { heldAt: { not: null }, finishedAt: null, credential: { provider }, ...(after && { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take,
    select: { id: true },
  });
