import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../scripts/setting/operator.ts";
import { expect, test } from "./support/journey.ts";
import { aKey } from "./support/keys.ts";
import { heldBy } from "./support/memory.ts";
import { aWebProgram, DATA_DIR, KEYRING, started } from "./support/portal.ts";
import { formTokenIn, sessionCookieOf } from "./support/session.ts";

/** What somebody tries who runs code of theirs in the web process; each gives what it got, or why not. */
const ATTEMPTS: Readonly<Record<string, string>> = {
  "reads the keyring": `fs.readFileSync(KEYRING, "utf8")`,
  "reads the secrets beside it": `fs.readFileSync(KEYRING + "/../../secrets.json", "utf8")`,
  "lists the folder of the data": `fs.readdirSync(KEYRING + "/../..")`,
  "reads the environment of its starter": `fs.readFileSync("/proc/" + process.ppid + "/environ", "utf8")`,
  "reads the memory of its starter": `fs.openSync("/proc/" + process.ppid + "/mem", "r")`,
  "finds a link to a folder, from which it could go up": `linksToFolders()`,
  "goes up from a link to a file": `fs.readFileSync(links[0] + "/../../../../.." + KEYRING)`,
  "makes a link to the keyring": `fs.symlinkSync(KEYRING, ROOT + "/.next/served/link")`,
  "changes what it serves": `fs.writeFileSync(ROOT + "/.next/served/x.js", "x")`,
  "cuts its own log off": `fs.ftruncateSync(1, 0)`,
  "cuts its own log off by a handle": `await cutOffByHandle()`,
  "makes a database file": `new (await import("node:sqlite")).DatabaseSync(NEW)`,
  "makes a local socket": `await new Promise((done, fail) => net.createServer().on("error", fail).listen(NEW, done))`,
  "calls at a local socket": `await new Promise((done, fail) => net.connect("/run/some.sock", done).on("error", fail))`,
  "opens an inspector in its starter": `process.kill(process.ppid, "SIGUSR1")`,
  "opens an inspector in its starter by Node's own means": `process._debugProcess(process.ppid)`,
  "sends another process any signal": `process.kill(process.ppid, 0)`,
  "slows another process down": `(await import("node:os")).setPriority(process.ppid, 19)`,
  "runs a shell": `(await import("node:child_process")).execSync("cat " + KEYRING)`,
  "starts a thread": `new (await import("node:worker_threads")).Worker("1", { eval: true })`,
  "opens an inspector": `(await import("node:inspector")).open(0)`,
  "loads native code": `process.dlopen({ exports: {} }, "/x.node")`,
  "loads the worker's own opener": `await import(ROOT + "/server/vault/open.ts")`,
};

/** No such module, where SQLite is left out. */
const HELD = /^ERR_(?:ACCESS_DENIED|DLOPEN_DISABLED|UNKNOWN_BUILTIN_MODULE)$/;

const LOOKS_FOR_LINKS = `
  const trees = process.execArgv.filter((word) => word.startsWith("--allow-fs-read=")).map((word) => word.slice(16));
  const linksIn = (folder) => fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? linksIn(folder + "/" + entry.name) : entry.isSymbolicLink() ? [folder + "/" + entry.name] : []);
  const links = trees.filter((tree) => fs.statSync(tree).isDirectory()).flatMap(linksIn);
  const denied = () => { throw Object.assign(new Error("none"), { code: "ERR_ACCESS_DENIED" }); };
  const linksToFolders = () => {
    if (links.length === 0) return "saw no link at all";
    return links.filter((link) => fs.statSync(link, { throwIfNoEntry: false })?.isDirectory()).join() || denied();
  };
  const cutOffByHandle = async () => {
    const handle = await fs.promises.open(trees.find((tree) => fs.statSync(tree).isFile()));
    const native = Object.getOwnPropertySymbols(handle).map((name) => handle[name]).find((part) => part?.fd === handle.fd);
    return new handle.constructor(new native.constructor(1)).truncate(0);
  };`;

test("T3: code that runs in the web process reads no keyring, starts nothing, loads nothing and writes nothing", async () => {
  const program = await aWebProgram();
  const flags = program.arguments.slice(
    0,
    program.arguments.findIndex((word) => word.endsWith("/bin/next")),
  );
  const tries = Object.entries(ATTEMPTS).map(
    ([name, work]) =>
      `try { told[${JSON.stringify(name)}] = String(${work}); } catch (error) { told[${JSON.stringify(name)}] = error.code; }`,
  );
  const lines = [
    `const [fs, told] = [await import("node:fs"), {}];`,
    `const [KEYRING, ROOT, NEW] = ${JSON.stringify([KEYRING, ROOT, join(tmpdir(), "made-by-web")])};`,
    `const net = await import("node:net");`,
    LOOKS_FOR_LINKS,
    ...tries,
    `console.log(JSON.stringify(told)); process.exit();`,
  ];
  const { heard, exited } = started(program, [...flags, "--input-type=module", "-e", lines.join("\n")]);
  await exited;
  const told = JSON.parse(heard.text) as Record<string, string>;
  expect(Object.keys(told)).toEqual(Object.keys(ATTEMPTS));
  const got = Object.entries(told).filter(([, answer]) => !HELD.test(answer));
  expect(got).toEqual([]);
});

test("T3: the web process does not start where it can read the private vault keys", async () => {
  const program = await aWebProgram();
  const free = program.arguments.filter((word) => !/^--(?:permission|allow-)/.test(word));
  const { heard, exited } = started({ ...program, account: {} }, free);
  expect(await exited).toBe(1);
  expect(heard.text).toContain("can read VAULT_KEYRING_FILE");
});

test("T3: where root starts the web process, the system keeps it from all that without Node's help as well", async () => {
  const program = await aWebProgram();
  test.skip(program.account?.uid === undefined, "only root can give it a user of its own, who must reach this folder");
  const tries = [
    ...[KEYRING, join(DATA_DIR, "secrets.json"), `/proc/${process.pid}/environ`].map(
      (file) => `fs.readFileSync("${file}")`,
    ),
    `fs.writeFileSync("${ROOT}/.npmrc", "")`,
    `process.kill(${process.pid}, "SIGUSR1")`,
  ];
  const told = tries.map((work) => `try { ${work}; told.push("did"); } catch (error) { told.push(error.code); }`);
  const lines = [`const told = [];`, ...told, `console.log(JSON.stringify(told));`];
  const { heard, exited } = started(program, ["-e", lines.join("\n")]);
  await exited;
  expect(JSON.parse(heard.text)).toEqual(["EACCES", "EACCES", "EACCES", "EACCES", "EPERM"]);
});

test("T3: nothing that the build serves has the words of the code that opens keys", () => {
  const folder = join(ROOT, ".next/served/.next/server");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) =>
    file.name.endsWith(".js"),
  );
  const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), "utf8"));
  const serving = (words: string) => texts.filter((text) => text.includes(words)).length;
  expect(serving("There is no active vault key")).toBeGreaterThan(0);
  expect(["The stored key was not opened", "is no vault keyring", "names a vault key twice"].map(serving)).toEqual([
    0, 0, 0,
  ]);
});

test("T4: the web process holds no private vault key, in any form, also after it has sealed a key", async ({
  database,
  student,
  request,
}) => {
  test.skip(process.platform !== "linux", "only Linux lets a process look at another's memory");
  const program = await aWebProgram();
  const { child, exited } = started(program);
  try {
    await expect(async () => expect((await request.get(`${program.origin}/api/health`)).ok()).toBe(true)).toPass();
    const { name, value } = await sessionCookieOf(database, student.id);
    const headers = { origin: program.origin, cookie: `${name}=${value}` };
    const page = await (await request.get(`${program.origin}/key`, { headers })).text();
    const token = formTokenIn(page);
    const form = { credential: aKey(), token };
    const saved = await request.post(`${program.origin}/api/credential`, { headers, form, maxRedirects: 0 });
    expect(saved.headers().location).toBe("/test");

    const { keys } = JSON.parse(readFileSync(KEYRING, "utf8")) as { keys: { private: string }[] };
    const needles = keys.flatMap(({ private: encoded }) => {
      const raw = Buffer.from(encoded, "base64url");
      return [raw, ...(["hex", "base64", "base64url"] as const).map((form) => Buffer.from(raw.toString(form)))];
    });
    const control = Buffer.from(program.authSecret);
    expect(heldBy(child.pid ?? 0, [control, ...needles])).toEqual([control]);
  } finally {
    child.kill();
    await exited;
  }
});
