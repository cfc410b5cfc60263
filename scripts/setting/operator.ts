import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { PlainError } from "../plain-error.ts";

/** The only file of scripts/ that reads process.env, apart from what runs before anything is installed. */

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export type Environment = Record<string, string>;

/** Empty counts as not set, as in `PORT= npm run demo`. */
export function setting(name: string): string | undefined {
  return process.env[name]?.trim() || undefined;
}

/** The settings of `names` that are set. */
export function settings(...names: readonly string[]): Environment {
  const present = names.map((name) => [name, setting(name)] as const).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as Environment;
}

const DEFAULT_PORTS = { PORT: 3000, DATABASE_PORT: 54330, SIMULATOR_PORT: 4010, MAILBOX_PORT: 1080, SMTP_PORT: 1025 };
export type PortName = keyof typeof DEFAULT_PORTS;

export function portOf(name: PortName): number {
  const text = setting(name);
  const port = text === undefined ? DEFAULT_PORTS[name] : Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new PlainError(`${name}=${text} is not a port: a whole number from 1 to 65535, please.`);
}

/** Data, secrets and logs; nothing outside it is written except the build. */
export const dataDir = (): string => resolve(ROOT, setting("DATA_DIR") ?? ".data");

/** The course: the project's own, unless the operator has written one elsewhere. */
export const contentFolder = (): string => resolve(ROOT, setting("CONTENT_DIR") ?? "content");

export const isRoot = (): boolean => process.getuid?.() === 0;

/** What every process may know of the operator's own environment. */
export const plainEnvironment = (): Environment => settings("PATH", "HOME", "LANG", "LC_ALL", "TZ");

/** For programs that a person runs and watches: compiler, linter, test runners, installers. */
export const toolEnvironment = (): Environment => ({
  ...plainEnvironment(),
  ...settings("TERM", "CI", "NO_COLOR", "FORCE_COLOR", "TMPDIR", "DEBUG"),
  ...settings("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy", "NODE_EXTRA_CA_CERTS"),
  ...settings("PLAYWRIGHT_BROWSERS_PATH", "PLAYWRIGHT_DOWNLOAD_HOST"),
});
