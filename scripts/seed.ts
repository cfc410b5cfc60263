import { hasRealData } from "./database/demo-data.ts";
import { PlainError } from "./plain-error.ts";
import { demoKeyring, prepareDatabase } from "./portal/demo.ts";
import { withOwnDatabase } from "./portal/own-database.ts";
import { runCommand, say } from "./processes/report.ts";
import { runningCommand } from "./processes/running-mark.ts";
import { dataDir, setting } from "./setting/operator.ts";

const REFUSAL = "Demo data belong in a demo alone: nothing was filled in.";

await runCommand(() => {
  if (setting("APP_MODE") === "production" || runningCommand(dataDir())?.command.startsWith("start")) {
    throw new PlainError(`This is a production portal. ${REFUSAL}`);
  }
  return withOwnDatabase("seed", async (owner) => {
    if (await hasRealData(owner)) throw new PlainError(`This database has cohorts of its own. ${REFUSAL}`);
    await prepareDatabase(owner, demoKeyring(dataDir()));
    say("The demo data are in place");
  });
});
