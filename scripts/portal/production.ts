import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { hasDemoData } from "../database/demo-data.ts";
import { migrate } from "../database/migrate.ts";
import { type Addresses, describeDatabase, openEmbedded, openForeign } from "../database/portal-database.ts";
import { PlainError } from "../plain-error.ts";
import { untilHealthy, untilListening } from "../processes/health.ts";
import { webProgram, workerProgram } from "../processes/programs.ts";
import { say, timed } from "../processes/report.ts";
import type { Supervisor } from "../processes/supervisor.ts";
import { wallOf } from "../processes/web-account.ts";
import { dataDir, portOf, setting } from "../setting/operator.ts";
import { type Parts, type Production, productionSettings } from "../setting/production.ts";
import { openSecrets } from "../setting/secrets.ts";
import { createVaultKey, hasActiveVaultKey } from "../vault/keys.ts";
import { buildWhenChanged } from "./build.ts";
import { forever, runStack } from "./stack.ts";

const PATIENCE_MS = 180_000;
const SETTLE_MS = 3_000;
const WILDCARDS = new Set(["0.0.0.0", "::"]);

/** The portal for real: no simulator, no mailbox, no demo sign-in, and no start over demo data. */
export async function runProduction(parts: Parts): Promise<number> {
  const settings = productionSettings(parts);
  const foreign = setting("DATABASE_URL");
  const [host, port, databasePort] = [setting("HOST") ?? "127.0.0.1", portOf("PORT"), portOf("DATABASE_PORT")];
  const web = { variable: "PORT", port, host, purpose: "the portal" };
  const postgres = { variable: "DATABASE_PORT", port: databasePort, host: "127.0.0.1", purpose: "PostgreSQL" };
  return runStack({
    command: parts.web && parts.worker ? "start" : parts.web ? "start-web" : "start-worker",
    dataDir: dataDir(),
    ...(foreign ? {} : { databasePort }),
    ports: [...(parts.web ? [web] : []), ...(foreign ? [] : [postgres])],
    work: async (supervisor) => {
      const addresses = await openDatabase(supervisor, foreign, databasePort);
      await prepare(addresses, settings, parts);
      if (parts.web) await buildWhenChanged(supervisor);
      await timed("Everything is up", () => startParts(supervisor, parts, addresses, settings, { host, port }));
      supervisor.settle();
      say(`\n  Rozruch serves ${settings.origin}${parts.web ? ` on ${host}:${port}` : " (the worker alone)"}`);
      say(`  Logs: ${supervisor.logs.folder}`);
      return forever();
    },
  });
}

function openDatabase(supervisor: Supervisor, foreign: string | undefined, port: number): Promise<Addresses> {
  const secrets = openSecrets(dataDir());
  return foreign ? openForeign(foreign, secrets) : openEmbedded(supervisor, { dataDir: dataDir(), port, secrets });
}

async function prepare(addresses: Addresses, { keyringFile }: Production, parts: Parts): Promise<void> {
  say(`  Database: ${describeDatabase(addresses)}`);
  if (await hasDemoData(addresses.owner)) {
    throw new PlainError(
      "This database holds demo data, whose accounts anybody may use: nothing was started. Choose another DATABASE_URL, or another folder with DATA_DIR.",
    );
  }
  await migrate(addresses.owner, { log: (line) => say(`  ${line}`) });
  if (await hasActiveVaultKey(addresses.owner)) return;
  if (!parts.worker) throw new PlainError("There is no vault key yet. Start the worker first, which makes it.");
  if (existsSync(keyringFile)) {
    throw new PlainError(
      "VAULT_KEYRING_FILE is there, but this database has no active vault key. If they belong together, restore the database; otherwise run: npm run vault -- new",
    );
  }
  say(
    `  Made the vault key ${await createVaultKey(addresses.owner, keyringFile)}: back up ${keyringFile}, apart from the database`,
  );
}

async function startParts(
  supervisor: Supervisor,
  parts: Parts,
  addresses: Addresses,
  settings: Production,
  address: { host: string; port: number },
): Promise<void> {
  const { openaiBaseUrl, ...production } = settings;
  const site = { mode: "production", ...production, ...(openaiBaseUrl ? { openaiBaseUrl } : {}) } as const;
  if (parts.worker) supervisor.start(workerProgram({ ...site, databaseUrl: addresses.worker }));
  // Settings that it does not accept end it at once.
  if (!parts.web) return pause(SETTLE_MS);
  const web = webProgram({ ...site, ...address, databaseUrl: addresses.web });
  if (web.account && parts.worker) say(`  ${wallOf(web.account)}`);
  supervisor.start(web);
  const near = WILDCARDS.has(address.host) ? "127.0.0.1" : address.host;
  const url = `http://${near.includes(":") ? `[${near}]` : near}:${address.port}/api/health`;
  if (parts.worker) await untilHealthy(url, PATIENCE_MS);
  else await untilListening("The portal", near, address.port, PATIENCE_MS);
}
