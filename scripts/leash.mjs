// Preloaded into every process that a command starts. When that command dies, even by kill -9, its end of the pipe
// closes, and the process ends by itself. Nobody reads what the process writes to it: there is nothing to be misled by.
import { Socket } from "node:net";

const PIPE = 3;
const GRACE_MS = 4_000;

function endWithStarter() {
  const pipe = new Socket({ fd: PIPE, writable: false });
  pipe.on("error", () => undefined);
  pipe.on("close", () => {
    setTimeout(() => process.kill(-process.pid, "SIGKILL"), GRACE_MS).unref();
    process.kill(process.pid, "SIGTERM");
  });
  // Waiting for that must not keep a process alive that has finished.
  pipe.resume().unref();
}

// What the process itself forks inherits this preload, but not the pipe.
if (process.env.ROZRUCH_LEASH) endWithStarter();
delete process.env.ROZRUCH_LEASH;
