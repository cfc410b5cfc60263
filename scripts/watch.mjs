// Runs a program that is started anew whenever one of its files changes. `node --watch` itself takes no preload, so this
// process wears the leash in its place.
import { spawn } from "node:child_process";

const watch = spawn(process.execPath, ["--watch", "--watch-preserve-output", ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.on("SIGTERM", () => watch.kill("SIGTERM"));
watch.on("exit", (code) => process.exit(code ?? 1));
