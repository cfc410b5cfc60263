// Generates the database client. Prisma's command looks for an engine that generating does not use and that npm does
// not bring; naming any program that exists keeps it from trying to download one.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { CLIENT_STAMP, clientFingerprint } from "./installed.mjs";

const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");
const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, "generate", "--no-hints"], {
  encoding: "utf8",
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
});
if (status === 0) writeFileSync(CLIENT_STAMP, clientFingerprint());
else console.error(stdout, stderr);
process.exit(status ?? 1);
