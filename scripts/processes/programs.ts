import { join } from "node:path";
import { RETENTION_SETTINGS } from "#domain/retention/retention";
import { contentFolder, type Environment, plainEnvironment, settings } from "../setting/operator.ts";
import { type Program, packageFile } from "./child.ts";
import { confine } from "./confinement.ts";

/** What web and worker must agree on. */
export type Site = {
  mode: "production" | "demo" | "test";
  origin: string;
  /** How many times faster the portal's own clocks run; not in production. */
  pace?: number;
  /** Whose keys are taken, with commas between them; the operator's choice where nothing is said. */
  providers?: string;
  /** How much is logged; the operator's choice where nothing is said. */
  logLevel?: string;
  /** The folder of the course; the operator's choice where nothing is said, else the project's own. */
  content?: string;
};

/** What lets people in by an account that they have elsewhere. */
const ACCOUNTS_ELSEWHERE = [
  ...["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ...["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME", "OIDC_TRUST_ADDRESSES"],
];

const SERVER_ONLY = "--conditions=react-server";

export type WebSettings = Site & {
  databaseUrl: string;
  authSecret: string;
  fingerprintKey: string;
  /** Which file it makes sure that it cannot read. */
  keyringFile?: string;
  host: string;
  port: number;
  mailboxUrl?: string;
  /** Whom its letters come from, to be shown before one is sent. */
  mailFrom?: string;
  simulatorUrl?: string;
  /** Compiles what is asked for as it is asked for, and shows changes at once. */
  development?: boolean;
};

/** Holds neither a private vault key nor the owner's database address, and once it is built it can read no such file. */
export function webProgram(web: WebSettings): Program {
  const next = packageFile("next/dist/bin/next");
  const command = web.development ? "dev" : "start";
  const confinement = web.development ? null : confine(web.databaseUrl, contentOf(web.content));
  const folder = confinement ? [confinement.folder] : [];
  return {
    name: "web",
    arguments: [...(confinement?.flags ?? []), next, command, ...folder, "-H", web.host, "-p", String(web.port)],
    ...(confinement && { account: confinement.account }),
    environment: {
      ...confinement?.environment,
      ...(confinement && web.keyringFile ? { VAULT_KEYRING_FILE: web.keyringFile } : {}),
      ...common(web, web.development ? "development" : "production"),
      ...settings("OPEN_PASTE", ...ACCOUNTS_ELSEWHERE),
      ...(web.mailboxUrl ? { MAILBOX_URL: web.mailboxUrl } : {}),
      ...(web.mailFrom ? { MAIL_FROM: web.mailFrom } : {}),
      ...(web.simulatorUrl ? { SIMULATOR_URL: web.simulatorUrl } : {}),
      NEXTAUTH_URL: web.origin,
      NEXTAUTH_SECRET: web.authSecret,
      AUTH_SECRET: web.authSecret,
      FINGERPRINT_KEY: web.fingerprintKey,
      DATABASE_URL: web.databaseUrl,
      PORT: String(web.port),
    },
    // Pages that listen for changes hold their connections open for as long as they are let.
    graceMs: web.mode === "production" ? 6_000 : 2_000,
  };
}

export type WorkerSettings = Site & {
  databaseUrl: string;
  keyringFile: string;
  smtpUrl: string;
  mailFrom: string;
  openaiBaseUrl?: string;
  googleBaseUrl?: string;
  development?: boolean;
};

export function workerProgram(worker: WorkerSettings): Program {
  const watch = worker.development ? [join("scripts", "watch.mjs")] : [];
  return {
    name: "worker",
    arguments: [...watch, SERVER_ONLY, join("server", "worker", "main.ts")],
    environment: {
      ...common(worker, worker.development ? "development" : "production"),
      ...settings("TEST_CONCURRENCY", "OPERATOR_MAIL", "MAIL_BOUNCES", "CONTROL_HOSTS", ...RETENTION_SETTINGS),
      ...(worker.openaiBaseUrl ? { OPENAI_BASE_URL: worker.openaiBaseUrl } : {}),
      ...(worker.googleBaseUrl ? { GOOGLE_BASE_URL: worker.googleBaseUrl } : {}),
      VAULT_KEYRING_FILE: worker.keyringFile,
      SMTP_URL: worker.smtpUrl,
      MAIL_FROM: worker.mailFrom,
      DATABASE_URL: worker.databaseUrl,
    },
    // Longer than the worker gives the tests that are running.
    graceMs: 15_000,
  };
}

/** Answers as the provider does. */
export function simulatorProgram(port: number): Program {
  return {
    name: "simulator",
    arguments: [SERVER_ONLY, join("scripts", "simulator", "main.ts")],
    environment: { ...plainEnvironment(), HOST: "127.0.0.1", PORT: String(port) },
    graceMs: 3_000,
  };
}

/** The mailbox answers its own pages alone. */
const OWN_PAGES = new URL("../mailbox/own-pages.mjs", import.meta.url).href;

/** Keeps mail in memory; attachments go below `folder`, since the system's own may belong to another user. */
export function mailboxProgram(ports: { mailbox: number; smtp: number }, folder: string): Program {
  const smtp = ["--smtp", String(ports.smtp), "--ip", "127.0.0.1"];
  const web = ["--web", String(ports.mailbox), "--web-ip", "127.0.0.1", "--max-emails", "500"];
  return {
    name: "mailbox",
    arguments: ["--import", OWN_PAGES, packageFile("maildev/dist/bin/maildev.js"), ...smtp, ...web],
    environment: { ...plainEnvironment(), TMPDIR: folder },
    graceMs: 3_000,
  };
}

const contentOf = (content: string | undefined): string => content ?? contentFolder();

function common(
  { mode, origin, pace, providers, logLevel, content }: Site,
  nodeEnvironment: "production" | "development",
): Environment {
  return {
    ...plainEnvironment(),
    NODE_ENV: nodeEnvironment,
    NEXT_TELEMETRY_DISABLED: "1",
    APP_MODE: mode,
    APP_ORIGIN: origin,
    CONTENT_DIR: contentOf(content),
    ...settings("PROVIDERS", "LOG_LEVEL"),
    ...(providers === undefined ? {} : { PROVIDERS: providers }),
    ...(logLevel === undefined ? {} : { LOG_LEVEL: logLevel }),
    ...(mode === "production" ? {} : { WEBHOOK_LOOPBACK: "yes", ...settings("PACE") }),
    ...(pace === undefined ? {} : { PACE: String(pace) }),
  };
}
