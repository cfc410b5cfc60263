import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { hasDemoData } from "../database/demo-data.ts";
import { migrate } from "../database/migrate.ts";
import { type Addresses, describeDatabase, openEmbedded, openForeign } from "../database/portal-database.ts";
import { untilHealthy, untilListening } from "../processes/health.ts";
import type { WantedPort } from "../processes/ports.ts";
import { mailboxProgram, simulatorProgram, webProgram, workerProgram } from "../processes/programs.ts";
import { say, timed } from "../processes/report.ts";
import type { Supervisor } from "../processes/supervisor.ts";
import { wallOf } from "../processes/web-account.ts";
import { seedDemo } from "../seed/demo.ts";
import { openSecrets } from "../setting/secrets.ts";
import { createVaultKey, hasActiveVaultKey } from "../vault/keys.ts";
import { buildWhenChanged } from "./build.ts";

export type DemoPorts = { web: number; database: number; simulator: number; mailbox: number; smtp: number };

/** A whole portal on one machine, with everything that is not ours simulated. */
export type DemoPortal = {
  mode: "demo" | "test";
  dataDir: string;
  ports: DemoPorts;
  origin: string;
  /** Somebody else's PostgreSQL in place of our own. */
  databaseUrl: string | undefined;
  development?: boolean;
  /** How many times faster the portal's own clocks run. */
  pace?: number;
  /** Whose keys are taken; the operator's choice where nothing is said. */
  providers?: string;
  /** The operator's choice where nothing is said. */
  logLevel?: string;
  /** False where the data are thrown away. */
  durable?: boolean;
};

const HOST = "127.0.0.1";
const PATIENCE_MS = 180_000;

export const originOf = (port: number): string => `http://${HOST}:${port}`;

export function demoPorts(portal: DemoPortal): WantedPort[] {
  const { web, database, simulator, mailbox, smtp } = portal.ports;
  const wanted: WantedPort[] = [
    { variable: "PORT", port: web, host: HOST, purpose: "the portal" },
    { variable: "SIMULATOR_PORT", port: simulator, host: HOST, purpose: "the provider simulator" },
    { variable: "MAILBOX_PORT", port: mailbox, host: HOST, purpose: "the mailbox" },
    { variable: "SMTP_PORT", port: smtp, host: HOST, purpose: "mail on its way to the mailbox" },
  ];
  const own = { variable: "DATABASE_PORT", port: database, host: HOST, purpose: "PostgreSQL" };
  return portal.databaseUrl ? wanted : [...wanted, own];
}

/** Starts all of it, and resolves when the portal says that it is healthy. */
export async function raiseDemo(portal: DemoPortal, supervisor: Supervisor): Promise<Addresses> {
  const secrets = openSecrets(portal.dataDir);
  const keyringFile = demoKeyring(portal.dataDir);
  const addresses = await timed("PostgreSQL is up", () =>
    portal.databaseUrl
      ? openForeign(portal.databaseUrl, secrets)
      : openEmbedded(supervisor, { ...portal, port: portal.ports.database, secrets }),
  );
  say(`  Database: ${describeDatabase(addresses)}`);
  await prepareDatabase(addresses.owner, keyringFile);
  if (!portal.development) await buildWhenChanged(supervisor);
  await timed("Mailbox, provider simulator, worker and web are up", () =>
    startPrograms(portal, supervisor, addresses, { ...secrets, keyringFile }),
  );
  return addresses;
}

export const demoKeyring = (dataDir: string): string => join(dataDir, "vault", "keyring.json");

/** Up to date, with a vault key and with demo data; what is there already stays. */
export async function prepareDatabase(owner: string, keyringFile: string): Promise<void> {
  await migrate(owner, { log: (line) => say(`  ${line}`) });
  if (!(await hasActiveVaultKey(owner))) {
    say(`  Made the vault key ${await createVaultKey(owner, keyringFile)}: ${keyringFile}`);
  }
  if (!(await hasDemoData(owner))) await timed("Filled in the demo data", () => seedDemo(owner, {}));
}

const MAIL_FROM = "Rozruch <portal@rozruch.test>";

type Keys = { authSecret: string; fingerprintKey: string; keyringFile: string };

async function startPrograms(
  { mode, dataDir, ports, origin, pace, providers, logLevel, development = false }: DemoPortal,
  supervisor: Supervisor,
  addresses: Addresses,
  keys: Keys,
): Promise<void> {
  const wishes = { ...(pace && { pace }), ...(providers && { providers }), ...(logLevel && { logLevel }) };
  const site = { mode, origin, development, ...wishes };
  const attachments = join(dataDir, "mailbox");
  rmSync(attachments, { recursive: true, force: true });
  mkdirSync(attachments, { mode: 0o700 });
  supervisor.start(mailboxProgram(ports, attachments));
  supervisor.start(simulatorProgram(ports.simulator));
  supervisor.start(
    workerProgram({
      ...site,
      databaseUrl: addresses.worker,
      keyringFile: keys.keyringFile,
      smtpUrl: `smtp://${HOST}:${ports.smtp}`,
      mailFrom: MAIL_FROM,
      openaiBaseUrl: `${originOf(ports.simulator)}/v1`,
      googleBaseUrl: originOf(ports.simulator),
    }),
  );
  const web = webProgram({
    ...site,
    ...keys,
    databaseUrl: addresses.web,
    host: HOST,
    port: ports.web,
    mailFrom: MAIL_FROM,
    mailboxUrl: originOf(ports.mailbox),
    simulatorUrl: originOf(ports.simulator),
  });
  if (web.account) say(`  ${wallOf(web.account)}`);
  supervisor.start(web);
  await untilListening("The mailbox", HOST, ports.mailbox, PATIENCE_MS);
  await untilListening("The mailbox", HOST, ports.smtp, PATIENCE_MS);
  await untilListening("The provider simulator", HOST, ports.simulator, PATIENCE_MS);
  await untilHealthy(`${originOf(ports.web)}/api/health`, PATIENCE_MS);
}
