function named(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. The journeys are run with: npm run e2e`);
  return value;
}

/** Where the portal of these journeys and everything around it is. The only file here that reads the environment. */
export const addresses = {
  origin: named("E2E_ORIGIN"),
  /** The owner's, so that the cast can do what no role of the portal may. */
  database: named("E2E_DATABASE_URL"),
  mailbox: named("E2E_MAILBOX_URL"),
  simulator: named("E2E_SIMULATOR_URL"),
  logs: named("E2E_LOGS"),
  /** Where every key that a journey makes is written down. */
  keys: named("E2E_KEYS"),
  browser: named("BROWSER_PATH"),
} as const;
