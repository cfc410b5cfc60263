// Preloaded into the confined web process, behind the leash. Node's permission model asks nobody before a signal is sent,
// a local socket is made or an open file is cut off, so what could do that is taken away before any other code runs.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import os from "node:os";

function refuse() {
  throw Object.assign(new Error("The web process has no right to this."), { code: "ERR_ACCESS_DENIED" });
}

function takeAway(from, ...names) {
  for (const name of names) Object.defineProperty(from, name, { value: refuse, writable: false, configurable: false });
}

/** What `process.kill` sends by. The leash ends the process itself and its group. */
const signalItself = (send) => (pid, signal) => (Math.abs(pid) === process.pid ? send(pid, signal) : refuse());

/** What Node's own sockets are made of shows in one of them alone; nothing is listening there. */
function localSocket() {
  const socket = net.connect("/dev/null/none").on("error", () => undefined);
  const kind = Object.getPrototypeOf(socket._handle);
  socket.destroy();
  return kind;
}

const file = await fs.promises.open(import.meta.filename);
takeAway(Object.getPrototypeOf(file), "truncate");
await file.close();
takeAway(process, "_debugProcess", "_debugEnd");
Object.defineProperty(process, "_kill", { value: signalItself(process._kill), writable: false, configurable: false });
takeAway(os, "setPriority");
takeAway(fs, "ftruncate", "ftruncateSync", "truncate", "truncateSync");
takeAway(localSocket(), "bind", "connect");
syncBuiltinESMExports();
