import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Not `import`: Node would be told to take it for `require` as well.
const CONDITIONS = ["react-server", "node"];
const RESOLVE = { conditions: CONDITIONS, externalConditions: CONDITIONS };

export default defineConfig({
  ssr: { resolve: RESOLVE },
  // Where `globalSetup` runs.
  environments: { __vitest__: { resolve: RESOLVE } },
  test: {
    // A machine that does other things as well is slow, not wrong.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // Two even on two cores: the longest test waits for most of its time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: "domain",
          include: ["tests/domain/**/*.test.ts", "tests/*.test.ts", "tests/server/course/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: ["tests/server/**/*.test.ts"],
          exclude: ["tests/server/course/**"],
          globalSetup: "tests/support/postgres.ts",
          setupFiles: "tests/support/own-database.ts",
        },
      },
    ],
  },
});
