// Preloaded into every process that a command starts. When that command dies, even by kill -9, its end of the channel
// closes, and the process ends by itself.
const GRACE_MS = 4_000;

function endWithStarter() {
  process.on("disconnect", () => {
    setTimeout(() => process.kill(-process.pid, "SIGKILL"), GRACE_MS).unref();
    process.kill(process.pid, "SIGTERM");
  });
  // Waiting for that must not keep a process alive that has finished.
  process.channel?.unref();
}

// What the process itself forks inherits this preload, but has a channel with a use of its own.
if (process.env.ROZRUCH_LEASH) endWithStarter();
delete process.env.ROZRUCH_LEASH;
