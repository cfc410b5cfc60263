// Runs scripts/<name>.ts on the Node that the lock file brings, and puts everything in place first. This file itself
// runs on whatever Node the machine has, from 18 on, before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { clientInPlace, NODE, packagesInPlace, ROOT } from "./installed.mjs";

const [name = "", ...rest] = process.argv.slice(2);

function fail(words) {
  console.error(words);
  process.exit(1);
}

function prepare(title, command, args) {
  const start = Date.now();
  console.log(`${title} …`);
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) fail(`${title}: failed${error ? ` (${error.message})` : ""}. Nothing else was started.`);
  console.log(`${title}: done in ${Math.round((Date.now() - start) / 1000)} s`);
}

function install() {
  // NODE_ENV=production in the caller's environment would leave half of the packages out.
  const args = ["ci", "--include=dev", "--loglevel=error", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const title = "Installing the packages of package-lock.json";
  if (npm?.endsWith(".js")) prepare(title, process.execPath, [npm, ...args]);
  else prepare(title, "npm", args);
}

if (!/^[a-z0-9-]+$/.test(name) || !existsSync(join(ROOT, "scripts", `${name}.ts`))) {
  fail(`There is no command '${name}': no file scripts/${name}.ts.`);
}
if (Number.parseInt(process.versions.node, 10) < 18)
  fail(`Node ${process.versions.node} is too old: 20 or newer, please.`);
if (!packagesInPlace()) install();
if (!clientInPlace()) prepare("Generating the database client", NODE, [join(ROOT, "scripts/generate.mjs")]);

// Otherwise any process of the same user could open an inspector in this one or in the command, and run code there.
process.on("SIGUSR1", () => undefined);
const flags = [
  "--disable-sigusr1",
  "--conditions=react-server",
  "--disable-warning=ExperimentalWarning",
  "--disable-warning=DeprecationWarning",
];
const child = spawn(NODE, [...flags, join(ROOT, "scripts", `${name}.ts`), ...rest], {
  cwd: ROOT,
  // The channel carries no messages: its end tells the command that whoever started it is gone.
  stdio: ["inherit", "inherit", "inherit", "ipc"],
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
if (process.env.npm_lifecycle_event) {
  // The shell between npm and us dies of a signal without passing it on.
  const starter = process.ppid;
  setInterval(() => process.ppid !== starter && child.kill("SIGTERM"), 500).unref();
}
child.on("error", (error) => fail(`${NODE} does not start: ${error.message}. Delete node_modules and try again.`));
child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
