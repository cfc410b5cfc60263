import "server-only";
import { join } from "node:path";
import { z } from "zod";
import { PROVIDERS, type ProviderId } from "#domain/check/provider";
import { faultOfDays, RETENTION, type Span } from "#domain/retention/retention";

/** The only file that reads process.env. Each process sees just the settings of its own job. */

const Mode = z.enum(["production", "development", "demo", "test"]);
export type Mode = z.infer<typeof Mode>;

const OPENAI_HOSTS = ["https://api.openai.com/v1", "https://eu.api.openai.com/v1", "https://us.api.openai.com/v1"];
const GOOGLE_HOST = "https://generativelanguage.googleapis.com";
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\//;

/** Whose keys the portal takes. Another provider than OpenAI is the operator's choice. */
const Providers = z
  .string()
  .default("openai")
  .transform((list) => list.split(",").map((name) => name.trim()))
  .pipe(z.array(z.enum(PROVIDERS)).refine((names) => names.includes("openai"), "must name openai"));

/** Other people's machines, as `host:port` with commas between them; whether they answer tells our own network from the provider's. */
const Hosts = z
  .string()
  .transform((list) =>
    list
      .split(",")
      .map((host) => host.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.string().regex(/^[\w.-]+:\d{1,5}$/, "must be host:port, with commas between them")));

const Origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);
const Postgres = z.string().regex(/^postgres(ql)?:\/\//, "must be a postgresql:// address");

/** How long something is kept. */
const days = (span: Span) =>
  z
    .string()
    .default(String(span.usual))
    .superRefine((text, { addIssue }) => {
      const fault = faultOfDays(text, span);
      if (fault) addIssue(fault);
    })
    .transform(Number);

const Common = {
  APP_MODE: Mode,
  APP_ORIGIN: Origin,
  DATABASE_URL: Postgres,
  PROVIDERS: Providers,
  /** How many times faster the portal's own clocks run: for demonstrations and tests alone. */
  PACE: z.coerce.number().min(1).max(600).default(1),
  /** Whether webhooks may go to this very machine, over plain HTTP: for demonstrations and tests alone. */
  WEBHOOK_LOOPBACK: z.enum(["yes", "no"], "must be yes or no").default("no"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
};

/** Set together or not at all. */
const TOGETHER = [
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"],
] as const;

const WebSettings = z.object({
  ...Common,
  AUTH_SECRET: z.string().min(32),
  /** 32 bytes in hex: the HMAC key behind the duplicate fingerprints. */
  FINGERPRINT_KEY: z.string().regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits"),
  /** Whether a message may be pasted by somebody who is not signed in. */
  OPEN_PASTE: z.enum(["yes", "no"], "must be yes or no").default("no"),
  /** Sign-in with Google, for addresses on the roster alone. */
  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
  /** Sign-in with a school's own provider (OpenID Connect); its name is what the button says. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(40).optional(),
  /** Whether every address that it names is believed: for a provider of the school's own that says nothing of whether it looked. */
  OIDC_TRUST_ADDRESSES: z.enum(["yes", "no"], "must be yes or no").default("no"),
  /** Named to make sure that this process cannot read it. */
  VAULT_KEYRING_FILE: z.string().min(1).optional(),
  /** Shown where staff look at a letter before it goes out; the worker alone sends. */
  MAIL_FROM: z.string().min(3).optional(),
  /** Where the demo's mail can be read; shown on the sign-in page. */
  MAILBOX_URL: z.url().optional(),
  /** The demo's provider; its keys are offered on the page where a key is pasted. */
  SIMULATOR_URL: z.url().optional(),
});

const Web = WebSettings.superRefine((set, context) => {
  for (const names of TOGETHER) {
    const missing = names.filter((name) => set[name] === undefined);
    if (missing.length === names.length) continue;
    for (const name of missing)
      context.addIssue({ code: "custom", path: [name], message: `is missing: it belongs to ${names.join(", ")}` });
  }
  const { OIDC_ISSUER: issuer, APP_MODE } = set;
  if (issuer && !issuer.startsWith("https://") && (APP_MODE === "production" || !LOOPBACK.test(`${issuer}/`)))
    context.addIssue({ code: "custom", path: ["OIDC_ISSUER"], message: "must begin with https://" });
});

const Worker = z
  .object({
    ...Common,
    VAULT_KEYRING_FILE: z.string().min(1),
    /** Would take the proof away that it is the provider who answers. */
    NODE_TLS_REJECT_UNAUTHORIZED: z.never("must not be set").optional(),
    OPENAI_BASE_URL: z.url().default("https://api.openai.com/v1"),
    GOOGLE_BASE_URL: z.url().default(GOOGLE_HOST),
    /** Who is told when the portal itself needs mending, such as a model that is no more. */
    OPERATOR_MAIL: z.email().optional(),
    SMTP_URL: z.string().regex(/^smtps?:\/\//, "must be an smtp:// or smtps:// address"),
    MAIL_FROM: z.string().min(3),
    /** Where letters return that cannot be delivered; each adds its own token behind a plus. */
    MAIL_BOUNCES: z.email().optional(),
    /** Asked whether they answer when the provider does not. A firewall must let the worker reach them. */
    CONTROL_HOSTS: Hosts.optional(),
    /** How many students are tested at the same time. */
    TEST_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(8),
    RETENTION_AUDIT_DAYS: days(RETENTION.RETENTION_AUDIT_DAYS),
    RETENTION_TESTS_DAYS: days(RETENTION.RETENTION_TESTS_DAYS),
    RETENTION_PICTURES_DAYS: days(RETENTION.RETENTION_PICTURES_DAYS),
    RETENTION_HELP_DAYS: days(RETENTION.RETENTION_HELP_DAYS),
    RETENTION_SCREENS_DAYS: days(RETENTION.RETENTION_SCREENS_DAYS),
    RETENTION_STEP_EVENTS_DAYS: days(RETENTION.RETENTION_STEP_EVENTS_DAYS),
  })
  .refine(
    ({ APP_MODE, OPENAI_BASE_URL: url }) =>
      OPENAI_HOSTS.includes(url) || (APP_MODE !== "production" && LOOPBACK.test(`${url}/`)),
    { path: ["OPENAI_BASE_URL"], message: `must be one of ${OPENAI_HOSTS.join(", ")}` },
  )
  .refine(
    ({ APP_MODE, GOOGLE_BASE_URL: url }) =>
      url === GOOGLE_HOST || (APP_MODE !== "production" && LOOPBACK.test(`${url}/`)),
    { path: ["GOOGLE_BASE_URL"], message: `must be ${GOOGLE_HOST}` },
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

/** What this process knows and must never write down. A command that has none of it gets an empty list. */
export function ownSecrets(): string[] {
  const { AUTH_SECRET, FINGERPRINT_KEY, GOOGLE_CLIENT_SECRET, OIDC_CLIENT_SECRET, DATABASE_URL, SMTP_URL } =
    process.env;
  const passwords = [DATABASE_URL, SMTP_URL].map((address) => (address ? URL.parse(address)?.password : undefined));
  return [AUTH_SECRET, FINGERPRINT_KEY, GOOGLE_CLIENT_SECRET, OIDC_CLIENT_SECRET, ...passwords].filter(
    (secret) => secret !== undefined && secret !== "",
  ) as string[];
}

/** What both processes have. */
export const environment = once(() => read(z.object(Common)));

/** Read by itself, since commands that read the course have none of the other settings. */
const choice = once(() => read(z.object({ PROVIDERS: Providers, CONTENT_DIR: z.string().min(1).optional() })));
export const offeredProviders = (): readonly ProviderId[] => choice().PROVIDERS;
/** Where the course is written: the project's own folder, unless the operator has named another. */
export const contentDirectory = (): string =>
  choice().CONTENT_DIR ?? join(/* turbopackIgnore: true */ process.cwd(), "content");

const isStaged = (): boolean => ["demo", "test"].includes(environment().APP_MODE);
/** How many times faster waits, pauses and second looks are; as they are wherever real people learn. */
export const pace = (): number => (isStaged() ? environment().PACE : 1);
/** Never where real people learn, whatever is set. */
export const mayCallLoopback = (): boolean => isStaged() && environment().WEBHOOK_LOOPBACK === "yes";
/** Two that have nothing to do with a provider. A demo or a test asks nobody but whom it was told to. */
const NEUTRAL_HOSTS = ["one.one.one.one:443", "dns.quad9.net:443"];
export const controlHosts = (): readonly string[] =>
  workerEnvironment().CONTROL_HOSTS ?? (isStaged() ? [] : NEUTRAL_HOSTS);

/** Whether the portal compiles as it goes (`npm run dev`), whatever it stands for otherwise. */
export const isDevelopment = (): boolean => process.env.NODE_ENV === "development";
export const isProduction = (): boolean => environment().APP_MODE === "production";
/** Demo accounts at one click, simulator keys on the key page: never in production. */
export const isDemo = (): boolean => environment().APP_MODE === "demo";
