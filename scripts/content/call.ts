import { type ParseArgsOptionsConfig, parseArgs } from "node:util";

/** The options and the names of a call; null where it has an option that is not known. */
export function callOf<Options extends ParseArgsOptionsConfig>(words: readonly string[], options: Options) {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    return { options: values, names: positionals };
  } catch {
    return null;
  }
}

/** The exit code of a call that was not understood. */
export function misused(usage: string): number {
  console.error(usage);
  return 2;
}
