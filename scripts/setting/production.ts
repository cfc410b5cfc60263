import { statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { faultOfDays, RETENTION, RETENTION_SETTINGS } from "#domain/retention/retention";
import { PlainError } from "../plain-error.ts";
import { contentFolder, dataDir, ROOT, setting } from "./operator.ts";

/** Which processes this machine runs. */
export type Parts = { web: boolean; worker: boolean };

type Rule = { name: string; meaning: string; wrong?: (text: string) => string | undefined };

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

const COMMON: Rule[] = [
  { name: "APP_ORIGIN", meaning: "the address that people open, such as https://kurs.example.pl", wrong: wrongOrigin },
];
const WEB: Rule[] = [
  {
    name: "AUTH_SECRET",
    meaning: "at least 32 random characters, such as from: openssl rand -base64 48",
    wrong: short,
  },
  { name: "FINGERPRINT_KEY", meaning: "64 hexadecimal digits, such as from: openssl rand -hex 32", wrong: notHex },
];
const WORKER: Rule[] = [
  { name: "VAULT_KEYRING_FILE", meaning: "the file with the private vault keys; made when it is not there" },
  { name: "SMTP_URL", meaning: "the mail server, such as smtps://user:password@mail.example.pl", wrong: wrongSmtp },
  { name: "MAIL_FROM", meaning: "the sender of all mail, such as Kurs <kurs@example.pl>", wrong: noAddress },
];
/** Looked at only where they are set. */
const WEB_BY_CHOICE: Rule[] = [
  { name: "OPEN_PASTE", meaning: "whether a message may be pasted without signing in", wrong: neitherYesNorNo },
  { name: "OIDC_ISSUER", meaning: "the address of the school's own identity provider", wrong: notHttps },
  {
    name: "OIDC_TRUST_ADDRESSES",
    meaning: "whether each address that the provider names is believed",
    wrong: neitherYesNorNo,
  },
];
/** Set together or not at all. */
const TOGETHER = [
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"],
];
const WORKER_BY_CHOICE: Rule[] = [
  { name: "MAIL_BOUNCES", meaning: "where letters return that cannot be delivered", wrong: noAddress },
  ...RETENTION_SETTINGS.map((name) => ({
    name,
    meaning: "how long something is kept (docs/operations.md)",
    wrong: (text: string) => faultOfDays(text, RETENTION[name]) ?? undefined,
  })),
];
const BY_CHOICE: Rule[] = [
  { name: "CONTENT_DIR", meaning: "the folder of the course, which the web process may read", wrong: noCourse },
];
const OF_THE_DEMO = ["WEBHOOK_LOOPBACK", "MAILBOX_URL", "MAILBOX_PORT", "SIMULATOR_PORT"];

export type Production = {
  origin: string;
  authSecret: string;
  fingerprintKey: string;
  keyringFile: string;
  smtpUrl: string;
  mailFrom: string;
  openaiBaseUrl: string | undefined;
};

/** What the operator has set. Everything that is missing or wrong is named at once, and no value is shown. */
export function productionSettings(parts: Parts): Production {
  const rules = [...COMMON, ...(parts.web ? WEB : []), ...(parts.worker ? WORKER : [])];
  const byChoice = [...BY_CHOICE, ...(parts.web ? WEB_BY_CHOICE : []), ...(parts.worker ? WORKER_BY_CHOICE : [])];
  const chosen = byChoice.filter(({ name }) => setting(name));
  const together = parts.web ? TOGETHER.flatMap(missingOf) : [];
  const faults = [...rules.flatMap(faultsOf), ...chosen.flatMap(faultsOf), ...together, ...demoFaults()];
  if (parts.web !== parts.worker && !setting("DATABASE_URL")) {
    faults.push("  DATABASE_URL is missing: web and worker started apart need a PostgreSQL that both can reach");
  }
  if (faults.length > 0)
    throw new PlainError(`Nothing was started. Settings that are missing or wrong:\n${faults.join("\n")}`);
  return {
    origin: new URL(setting("APP_ORIGIN") ?? "").origin,
    authSecret: setting("AUTH_SECRET") ?? "",
    fingerprintKey: setting("FINGERPRINT_KEY") ?? "",
    keyringFile: pathOf(setting("VAULT_KEYRING_FILE")),
    smtpUrl: setting("SMTP_URL") ?? "",
    mailFrom: setting("MAIL_FROM") ?? "",
    openaiBaseUrl: setting("OPENAI_BASE_URL"),
  };
}

const pathOf = (file: string | undefined): string => (file ? resolve(ROOT, file) : "");

function faultsOf({ name, meaning, wrong }: Rule): string[] {
  const text = setting(name);
  if (text === undefined) return [`  ${name} is missing: ${meaning}`];
  const fault = wrong?.(text);
  return fault ? [`  ${name} ${fault}: ${meaning}`] : [];
}

function missingOf(names: readonly string[]): string[] {
  const missing = names.filter((name) => setting(name) === undefined);
  if (missing.length === names.length) return [];
  return missing.map(
    (name) => `  ${name} is missing: it belongs to ${names.filter((other) => other !== name).join(", ")}`,
  );
}

function demoFaults(): string[] {
  const faults = OF_THE_DEMO.filter((name) => setting(name)).map((name) => `  ${name} belongs to the demo: unset it`);
  const mode = setting("APP_MODE") ?? "production";
  if (mode !== "production") faults.push("  APP_MODE must be production or not set: 'npm start' has no demo sign-in");
  const provider = setting("OPENAI_BASE_URL");
  if (provider && !provider.startsWith("https://")) {
    faults.push("  OPENAI_BASE_URL must be an https:// address of OpenAI: the simulator belongs to the demo");
  }
  return faults;
}

function wrongOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return "is not an address";
  const { protocol, hostname } = new URL(text);
  if (protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname))) return undefined;
  return "must begin with https://";
}

function notHttps(text: string): string | undefined {
  return URL.canParse(text) && new URL(text).protocol === "https:" ? undefined : "must begin with https://";
}

function short(text: string): string | undefined {
  return text.length < 32 ? "is too short" : undefined;
}

function notHex(text: string): string | undefined {
  return /^[0-9a-f]{64}$/.test(text) ? undefined : "has another form";
}

/** All that lies in it is open to the web process, so nothing else of the operator's does. */
function noCourse(): string | undefined {
  const folder = contentFolder();
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return "is not a folder that is there";
  const holds = [ROOT, dataDir()].some((path) =>
    `${resolve(path)}${sep}`.startsWith(`${folder.replace(/\/$/, "")}${sep}`),
  );
  return holds ? "holds more than the course" : undefined;
}

function neitherYesNorNo(text: string): string | undefined {
  return text === "yes" || text === "no" ? undefined : "is neither yes nor no";
}

function wrongSmtp(text: string): string | undefined {
  return /^smtps?:\/\//.test(text) && URL.canParse(text) ? undefined : "is not an smtp:// or smtps:// address";
}

function noAddress(text: string): string | undefined {
  return text.includes("@") ? undefined : "has no e-mail address in it";
}
