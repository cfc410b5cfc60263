import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { PlainError } from "../plain-error.ts";
import { packageFile } from "../processes/child.ts";
import { say, timed } from "../processes/report.ts";
import type { Supervisor } from "../processes/supervisor.ts";
import { ROOT, toolEnvironment } from "../setting/operator.ts";
import { copyServed, SERVED } from "./served.ts";

/** Content is read at run time, so a changed lesson needs no build. */
const FOLDERS = ["app", "components", "domain", "messages", "public", "server"];
const ROOT_FILES = /\.(ts|mjs|js|json|css)$/;
const TOOLS = /^(vitest|playwright|biome|prisma)\./;
const GENERATED = new Set(["server/database/generated", "next-env.d.ts"]);
/** Next writes it last of all. */
const BUILT = join(ROOT, ".next/BUILD_ID");
const STAMP = join(ROOT, ".next/rozruch-sources");

/** Builds the web part unless the last build is of these very sources. Says whether it had to. */
export async function buildWhenChanged(supervisor: Supervisor, output: "log" | "inherit" = "log"): Promise<boolean> {
  const sources = fingerprint();
  if ([BUILT, STAMP, SERVED].every((path) => existsSync(path)) && readFileSync(STAMP, "utf8") === sources) {
    say("  The build is up to date");
    return false;
  }
  // Taken away first: a build that is cut short must not pass for a whole one.
  for (const mark of [STAMP, BUILT]) rmSync(mark, { force: true });
  await timed("Built the portal", async () => {
    const exit = await supervisor.run(buildProgram(), output);
    const lines = output === "log" ? `\n${supervisor.logs.tail("build")}` : "";
    if (!exit.ok || !existsSync(BUILT)) throw new PlainError(`The build ${exit.words}.${lines}`);
  });
  copyServed();
  writeFileSync(STAMP, sources);
  return true;
}

function buildProgram() {
  return {
    name: "build",
    arguments: [packageFile("next/dist/bin/next"), "build"],
    // No setting of the portal: one build serves every mode, and holds no secret.
    environment: { ...toolEnvironment(), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  };
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const roots = readdirSync(ROOT).filter(
    (name) => (ROOT_FILES.test(name) && !TOOLS.test(name)) || FOLDERS.includes(name),
  );
  const files = [...roots, "prisma/schema.prisma"].flatMap((name) => filesOf(join(ROOT, name)));
  for (const file of files.sort()) {
    hash.update(relative(ROOT, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  if (GENERATED.has(relative(ROOT, path))) return [];
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesOf(join(path, name))) : [path];
}
