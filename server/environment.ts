import "server-only";
import { z } from "zod";

/** The only file that reads process.env. Each process sees just the settings of its own job. */

const Mode = z.enum(["production", "development", "demo", "test"]);
export type Mode = z.infer<typeof Mode>;

const OPENAI_HOSTS = ["https://api.openai.com/v1", "https://eu.api.openai.com/v1", "https://us.api.openai.com/v1"];
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\//;

const Origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);
const Postgres = z.string().regex(/^postgres(ql)?:\/\//, "must be a postgresql:// address");

const Common = {
  APP_MODE: Mode,
  APP_ORIGIN: Origin,
  DATABASE_URL: Postgres,
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
};

const Web = z.object({
  ...Common,
  AUTH_SECRET: z.string().min(32),
  /** 32 bytes in hex: the HMAC key behind the duplicate fingerprints. */
  FINGERPRINT_KEY: z.string().regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits"),
  /** Where the demo's mail can be read; shown on the sign-in page. */
  MAILBOX_URL: z.url().optional(),
  /** The demo's provider; its keys are offered on the page where a key is pasted. */
  SIMULATOR_URL: z.url().optional(),
});

const Worker = z
  .object({
    ...Common,
    VAULT_KEYRING_FILE: z.string().min(1),
    OPENAI_BASE_URL: z.url().default("https://api.openai.com/v1"),
    SMTP_URL: z.string().regex(/^smtps?:\/\//, "must be an smtp:// or smtps:// address"),
    MAIL_FROM: z.string().min(3),
    TEXT_MODEL: z.string().default("gpt-5-nano"),
    IMAGE_MODEL: z.string().default("gpt-image-1"),
    /** How many students are tested at the same time. */
    TEST_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(8),
  })
  .refine(
    ({ APP_MODE, OPENAI_BASE_URL: url }) =>
      OPENAI_HOSTS.includes(url) || (APP_MODE !== "production" && LOOPBACK.test(`${url}/`)),
    { path: ["OPENAI_BASE_URL"], message: `must be one of ${OPENAI_HOSTS.join(", ")}` },
  );

/** A setting is missing or wrong. The message names every one of them, and never a value. */
export class SettingsError extends Error {}

function read<Schema extends z.ZodType>(schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new SettingsError(`Settings that are missing or wrong:\n${[...new Set(lines)].join("\n")}`);
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export const webEnvironment = once(() => read(Web));
export const workerEnvironment = once(() => read(Worker));
/** What both processes have. */
export const environment = once(() => read(z.object(Common)));

export const isProduction = (): boolean => environment().APP_MODE === "production";
/** Demo accounts at one click, simulator keys on the key page: never in production. */
export const isDemo = (): boolean => environment().APP_MODE === "demo";
