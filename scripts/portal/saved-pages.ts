import { watch } from "node:fs";
import { CHANNEL } from "#server/live/notify";
import { connected } from "../database/connection.ts";
import { reasonOf } from "../plain-error.ts";
import { say } from "../processes/report.ts";
import { contentFolder } from "../setting/operator.ts";

/** An editor writes a page in several steps, of which the last one is told. */
const SETTLE_MS = 60;

/** Has open pages look again whenever a file of the course is saved, by the channel that tells them of other changes. */
export function tellOfSavedPages(owner: string, directory = contentFolder()): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watcher = watch(directory, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void tell(owner), SETTLE_MS);
  });
  watcher.on("error", (error) => say(`  Saved pages are no longer watched for: ${reasonOf(error)}`));
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

async function tell(owner: string): Promise<void> {
  try {
    await connected(owner, (client) => client.query("SELECT pg_notify($1, 'everybody')", [CHANNEL]));
  } catch (error) {
    say(`  Open pages were not told of a saved page: ${reasonOf(error)}`);
  }
}
