/**
 * Resolves when somebody asks us to end: Ctrl-C, a closed terminal, a service manager, or the death of whoever started
 * us. Asking again changes nothing: npm repeats the terminal's Ctrl-C, and every stop has its own time limit.
 */
export function untilAskedToEnd(): Promise<"asked"> {
  // A terminal that is gone must not turn the last messages into a crash.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve("asked"));
    process.on("disconnect", () => resolve("asked"));
    process.channel?.unref();
  });
}
