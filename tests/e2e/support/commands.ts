import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { plainEnvironment, ROOT } from "../../../scripts/setting/operator.ts";
import { addresses } from "./addresses.ts";
import { addressOf, DATA_DIR, KEYRING } from "./portal.ts";

/** What a person calls to see something, each with the words for it; of every other command, why it is not called. */
export const COMMANDS: Readonly<Record<string, readonly string[] | `${string}.`>> = {
  vault: ["status", "verify"],
  audit: ["list --last 10000", "verify", "head"],
  mail: ["bounce"],
  invite: ["--cohort grupa-z-polecenia --name Grupa nowa@example.com"],
  diagnose: [""],
  content: ["check"],
  migrate: [""],
  "second-factor": ["forget nikt@example.com --yes"],
  postinstall: "Knows no portal.",
  video: "Knows no portal.",
  seed: "Invents all that it tells of.",
  demo: "Its log is looked through by the last journey.",
  dev: "As the demo.",
  start: "As the demo.",
  test: "Runs this.",
  e2e: "Runs this.",
  check: "Has portals of its own, each of which looks for itself.",
};

/** The commands that there are. */
export const commandsThere = (): string[] => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: object };
  return Object.keys(scripts);
};

/** All that each of them says over the portal's own data, `input` being what it is given to read. */
export function saidByCommands(input: string): { name: string; text: string }[] {
  return Object.entries(COMMANDS).flatMap(([name, calls]) =>
    typeof calls === "string"
      ? []
      : calls.map((words) => ({ name: `${name} ${words}`, text: said(name, words, input) })),
  );
}

function said(name: string, words: string, input: string): string {
  const file = join(ROOT, "scripts", `${name}.ts`);
  const args = ["--conditions=react-server", file, ...words.split(" ").filter(Boolean)];
  const env = {
    ...plainEnvironment(),
    DATA_DIR,
    DATABASE_URL: addresses.database,
    WEB_DATABASE_URL: addressOf("web"),
    WORKER_DATABASE_URL: addressOf("worker"),
    VAULT_KEYRING_FILE: KEYRING,
  } as unknown as NodeJS.ProcessEnv;
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: ROOT, env, input, encoding: "utf8" });
  return `${stdout}\n${stderr}\nended with ${status}`;
}
