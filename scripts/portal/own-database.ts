import { ownerAddress } from "../database/cluster.ts";
import { DATABASE, openEmbedded, openForeign } from "../database/portal-database.ts";
import { runningCommand } from "../processes/running-mark.ts";
import { dataDir, portOf, setting } from "../setting/operator.ts";
import { openSecrets } from "../setting/secrets.ts";
import { runStack } from "./stack.ts";

/**
 * For commands that need the database for a moment: the one of DATABASE_URL, the one of the portal that is running
 * over this data folder, or our own, started for as long as `work` takes. Gives the exit code.
 */
export async function withOwnDatabase(command: string, work: (owner: string) => Promise<void>): Promise<number> {
  const foreign = setting("DATABASE_URL");
  const folder = dataDir();
  const secrets = openSecrets(folder);
  if (foreign) {
    await work((await openForeign(foreign, secrets)).owner);
    return 0;
  }
  const running = runningCommand(folder);
  if (running?.databasePort) {
    await work(ownerAddress(running.databasePort, secrets.databaseOwner, DATABASE));
    return 0;
  }
  const port = portOf("DATABASE_PORT");
  return runStack({
    command,
    dataDir: folder,
    databasePort: port,
    ports: [{ variable: "DATABASE_PORT", port, host: "127.0.0.1", purpose: "PostgreSQL" }],
    work: async (supervisor) => {
      await work((await openEmbedded(supervisor, { dataDir: folder, port, secrets })).owner);
      return 0;
    },
  });
}
