import { PgBoss } from "pg-boss";
import { createQueues } from "#server/jobs/queues";
import { connected } from "./connection.ts";

const SCHEMA = "pgboss";

/** pg-boss's own tables, our queues, and what each role needs of them. Does nothing twice. */
export async function installQueues(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, schema: SCHEMA, supervise: false, schedule: false, max: 2 });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    await createQueues(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
  await connected(databaseUrl, async (client) => void (await client.query(GRANTS)));
}

/** The web role sends and does nothing else: of a job that is there it can read no more than a few dates and its id. */
const GRANTS = `
  GRANT USAGE ON SCHEMA ${SCHEMA} TO rozruch_web, rozruch_worker;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO rozruch_worker;
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${SCHEMA} TO rozruch_worker;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO rozruch_worker;
  GRANT SELECT ON ${SCHEMA}.version, ${SCHEMA}.queue TO rozruch_web;
  GRANT INSERT ON ${SCHEMA}.job, ${SCHEMA}.job_common TO rozruch_web;
  GRANT SELECT (id, start_after) ON ${SCHEMA}.job, ${SCHEMA}.job_common TO rozruch_web;
`;
