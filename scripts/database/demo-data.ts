import type { Role } from "#domain/roster/role";
import { connected, isSqlError } from "./connection.ts";

export type DemoAccount = { name: string; email: string; role: Role };

const SHOWN = 4;

const NO_SUCH_TABLE = "42P01";

/** The seed marks what it makes by the slug of its cohorts. */
export async function hasDemoData(databaseUrl: string): Promise<boolean> {
  return anyCohort(databaseUrl, "slug LIKE 'demo-%'");
}

export async function hasRealData(databaseUrl: string): Promise<boolean> {
  return anyCohort(databaseUrl, "slug NOT LIKE 'demo-%'");
}

/** False also where nothing has been migrated yet. */
async function anyCohort(databaseUrl: string, condition: string): Promise<boolean> {
  return connected(databaseUrl, async (client) => {
    try {
      return (await client.query(`SELECT 1 FROM cohort WHERE ${condition} LIMIT 1`)).rowCount === 1;
    } catch (error) {
      if (isSqlError(error, NO_SUCH_TABLE)) return false;
      throw error;
    }
  });
}

/** Those whom the sign-in page offers at one click: the first few of each role, instructors first. */
export async function demoAccounts(databaseUrl: string): Promise<DemoAccount[]> {
  return connected(databaseUrl, async (client) => {
    const { rows } = await client.query<DemoAccount>(
      `SELECT name, email, role FROM (
         SELECT u.name, u.email, e.role, row_number() OVER (PARTITION BY e.role ORDER BY u.created_at, u.id) AS place
         FROM enrolment e JOIN app_user u ON u.id = e.user_id JOIN cohort c ON c.id = e.cohort_id
         WHERE c.slug LIKE 'demo-%' AND u.email NOT LIKE 'uczestnik-%') AS account
       WHERE place <= $1 ORDER BY role DESC, place`,
      [SHOWN],
    );
    return rows;
  });
}
