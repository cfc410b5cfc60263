import { type DemoAccount, demoAccounts } from "../database/demo-data.ts";
import { say } from "../processes/report.ts";
import { dataDir, portOf, setting } from "../setting/operator.ts";
import { type DemoPortal, demoPorts, originOf, raiseDemo } from "./demo.ts";
import { tellOfSavedPages } from "./saved-pages.ts";
import { forever, runStack } from "./stack.ts";

/** `dev` is the demo that compiles as it goes. */
export async function runDemo(command: "demo" | "dev"): Promise<number> {
  const begun = Date.now();
  const portal = demoPortal(command === "dev");
  say(command === "dev" ? "Starting Rozruch for development" : "Starting the Rozruch demo");
  return runStack({
    command,
    dataDir: portal.dataDir,
    ...(portal.databaseUrl ? {} : { databasePort: portal.ports.database }),
    ports: demoPorts(portal),
    work: async (supervisor) => {
      const addresses = await raiseDemo(portal, supervisor);
      supervisor.settle();
      if (portal.development) tellOfSavedPages(addresses.owner);
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      say(welcome(portal, supervisor.logs.folder, await demoAccounts(addresses.owner), seconds));
      return forever();
    },
  });
}

function demoPortal(development: boolean): DemoPortal {
  const web = portOf("PORT");
  return {
    mode: "demo",
    development,
    dataDir: dataDir(),
    databaseUrl: setting("DATABASE_URL"),
    origin: setting("APP_ORIGIN") ?? originOf(web),
    ports: {
      web,
      database: portOf("DATABASE_PORT"),
      simulator: portOf("SIMULATOR_PORT"),
      mailbox: portOf("MAILBOX_PORT"),
      smtp: portOf("SMTP_PORT"),
    },
  };
}

function welcome(portal: DemoPortal, logs: string, accounts: readonly DemoAccount[], seconds: string): string {
  const people = accounts.map(({ name, email, role }) => `               ${role.padEnd(10)}  ${email}  (${name})`);
  return [
    "",
    `  Rozruch is up after ${seconds} s:  ${portal.origin}`,
    "",
    "  Sign in as   one of these, at one click on the sign-in page:",
    ...people,
    `  Mail         goes nowhere but here: ${originOf(portal.ports.mailbox)}`,
    `  Provider     simulated; the page where a key is pasted lists keys to try`,
    `  Data, logs   ${portal.dataDir}, ${logs}`,
    "  Stop         Ctrl-C (the data stay)",
    "",
  ].join("\n");
}
