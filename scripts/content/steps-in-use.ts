import { existsSync } from "node:fs";
import { join } from "node:path";
import type { InUse } from "#server/course/check";
import { ownerAddress } from "../database/cluster.ts";
import { connected } from "../database/connection.ts";
import { DATABASE } from "../database/portal-database.ts";
import { PlainError, reasonOf } from "../plain-error.ts";
import { runningCommand } from "../processes/running-mark.ts";
import { dataDir, setting } from "../setting/operator.ts";
import { openSecrets } from "../setting/secrets.ts";

/** Who has progress where, or the reason why nobody could be asked. */
export type Asked = { readonly inUse: InUse } | { readonly why: string };

const COUNTS = "SELECT step_id, count(*)::int AS people FROM step_progress GROUP BY step_id ORDER BY step_id";

/** Asks the portal's database, if there is one to be reached: nothing is started for it, and nothing is changed in it. */
export async function stepsInUse(): Promise<Asked> {
  const address = addressThere();
  if (address === null) return { why: "no portal is running here, and DATABASE_URL is not set" };
  try {
    return { inUse: await countsAt(address) };
  } catch (error) {
    return { why: reasonOf(error) };
  }
}

function addressThere(): string | null {
  const foreign = setting("DATABASE_URL");
  if (foreign) return foreign;
  const folder = dataDir();
  const port = runningCommand(folder)?.databasePort;
  return port && existsSync(join(folder, "secrets.json"))
    ? ownerAddress(port, openSecrets(folder).databaseOwner, DATABASE)
    : null;
}

export async function countsAt(address: string): Promise<InUse> {
  if (!URL.canParse(address)) throw new PlainError("DATABASE_URL is no address");
  return connected(address, async (client) => {
    const { rows } = await client.query<{ step_id: string; people: number }>(COUNTS);
    return new Map(rows.map(({ step_id, people }) => [step_id, people]));
  });
}
