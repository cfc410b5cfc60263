import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { RETENTION, RETENTION_SETTINGS } from "#domain/retention/retention";
import { workerProgram } from "../../scripts/processes/programs.ts";
import { productionSettings } from "../../scripts/setting/production.ts";

const before = { ...process.env };
beforeEach(() => vi.resetModules());
afterEach(() => {
  process.env = { ...before };
});

/** The settings as a process that was started with these reads them; undefined takes one away. */
async function settings(change: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  return import("#server/environment");
}

async function refusalOf(part: "web" | "worker", change: Record<string, string | undefined>): Promise<string> {
  const { webEnvironment, workerEnvironment } = await settings(change);
  try {
    (part === "web" ? webEnvironment : workerEnvironment)();
    return "accepted";
  } catch (error) {
    return String(error);
  }
}

describe("T17: the provider's address", () => {
  test.each(["https://api.openai.com/v1", "https://eu.api.openai.com/v1", "https://us.api.openai.com/v1"])(
    "%s is accepted in production",
    async (url) => {
      expect(await refusalOf("worker", { APP_MODE: "production", OPENAI_BASE_URL: url })).toBe("accepted");
    },
  );

  test.each([
    "http://api.openai.com/v1",
    "https://api.openai.com.evil.example/v1",
    "https://api.openai.com@evil.example/v1",
    "https://evil.example/?https://api.openai.com/v1",
    "https://api.openai.com/v1/../v2",
    "http://127.0.0.1:4010/v1",
    "http://169.254.169.254/latest",
    "file:///etc/passwd",
    "",
  ])("%j is refused in production", async (url) => {
    expect(await refusalOf("worker", { APP_MODE: "production", OPENAI_BASE_URL: url })).toContain("OPENAI_BASE_URL");
  });

  test.each([
    "http://127.0.0.1.evil.example/v1",
    "http://localhost.evil.example/v1",
    "http://127.0.0.1@evil.example/v1",
    "http://10.0.0.1/v1",
    "https://127.0.0.1/v1",
  ])("%j is refused in a test too, which may use this machine alone", async (url) => {
    expect(await refusalOf("worker", { APP_MODE: "test", OPENAI_BASE_URL: url })).toContain("OPENAI_BASE_URL");
  });
});

describe("settings", () => {
  test("that are missing are named all at once", async () => {
    const words = await refusalOf("web", {
      AUTH_SECRET: undefined,
      FINGERPRINT_KEY: undefined,
      DATABASE_URL: undefined,
      APP_ORIGIN: undefined,
    });
    for (const name of ["AUTH_SECRET", "FINGERPRINT_KEY", "DATABASE_URL", "APP_ORIGIN"]) expect(words).toContain(name);
  });

  test("that are wrong are named without their value", async () => {
    const words = await refusalOf("web", { AUTH_SECRET: "zbyt-krotki", FINGERPRINT_KEY: "nie-szesnastkowy" });
    expect(words).toMatch(/AUTH_SECRET.*FINGERPRINT_KEY/s);
    expect(words).not.toMatch(/zbyt-krotki|nie-szesnastkowy/);
  });

  test("of the other process are not asked for", async () => {
    expect(await refusalOf("worker", { AUTH_SECRET: undefined, FINGERPRINT_KEY: undefined })).toBe("accepted");
    vi.resetModules();
    process.env = { ...before };
    expect(await refusalOf("web", { VAULT_KEYRING_FILE: undefined, SMTP_URL: undefined })).toBe("accepted");
  });

  test("let strangers paste only where the operator says yes, and in no other word", async () => {
    expect((await settings({ OPEN_PASTE: undefined })).webEnvironment().OPEN_PASTE).toBe("no");
    vi.resetModules();
    expect((await settings({ OPEN_PASTE: "yes" })).webEnvironment().OPEN_PASTE).toBe("yes");
    vi.resetModules();
    expect(await refusalOf("web", { OPEN_PASTE: "tak" })).toContain("OPEN_PASTE: must be yes or no");
  });

  test("open the demo's doors in the demo alone", async () => {
    for (const mode of ["production", "development", "test", "demo"]) {
      vi.resetModules();
      const { isDemo } = await settings({ APP_MODE: mode });
      expect(isDemo()).toBe(mode === "demo");
    }
  });

  test("let time run faster in a demo and a test alone", async () => {
    for (const [mode, times] of [
      ["production", 1],
      ["development", 1],
      ["demo", 60],
      ["test", 60],
    ] as const) {
      vi.resetModules();
      const { pace } = await settings({ APP_MODE: mode, PACE: "60" });
      expect(pace()).toBe(times);
    }
  });

  test("name two neutral hosts in production, and in a test none but those that are set", async () => {
    const { controlHosts } = await settings({ APP_MODE: "production", OPENAI_BASE_URL: "https://api.openai.com/v1" });
    expect(controlHosts()).toHaveLength(2);
    vi.resetModules();
    expect((await settings({ APP_MODE: "test" })).controlHosts()).toEqual([]);
    vi.resetModules();
    expect((await settings({ CONTROL_HOSTS: "127.0.0.1:9, example.pl:443" })).controlHosts()).toEqual([
      "127.0.0.1:9",
      "example.pl:443",
    ]);
    vi.resetModules();
    expect(await refusalOf("worker", { CONTROL_HOSTS: "https://example.pl" })).toContain("CONTROL_HOSTS");
  });
});

describe("a time of retention", () => {
  test.each(RETENTION_SETTINGS)("%s has a usual value, and is refused by its name when it is absurd", async (name) => {
    const { usual, least, most } = RETENTION[name];
    expect((await settings({ [name]: undefined })).workerEnvironment()[name]).toBe(usual);
    for (const days of [least, most]) {
      vi.resetModules();
      expect((await settings({ [name]: String(days) })).workerEnvironment()[name]).toBe(days);
    }
    for (const absurd of [String(least - 1), String(most + 1), "-5", "1.5", "1e3", "", "rok"]) {
      vi.resetModules();
      const words = await refusalOf("worker", { [name]: absurd });
      expect(words).toContain(`${name}: must be a whole number of days from ${least} to ${most}`);
    }
  });

  test("is refused before anything is started, in the same words, and passed on to the worker alone", () => {
    const wrong = { RETENTION_AUDIT_DAYS: "30" };
    const required = { APP_ORIGIN: "https://kurs.example.pl", VAULT_KEYRING_FILE: "k.json", MAIL_FROM: "a@example.pl" };
    Object.assign(process.env, {
      ...required,
      APP_MODE: "",
      OPENAI_BASE_URL: "",
      DATABASE_URL: "postgresql://x/y",
      ...wrong,
    });
    const start = (web: boolean, worker: boolean) => () => productionSettings({ web, worker });
    expect(start(false, true)).toThrow("RETENTION_AUDIT_DAYS must be a whole number of days from 365 to 3650");
    process.env.RETENTION_AUDIT_DAYS = "400";
    expect(start(false, true)).not.toThrow();
    const site = { mode: "production", origin: "https://kurs.example.pl", databaseUrl: "x" } as const;
    const worker = workerProgram({ ...site, keyringFile: "k.json", smtpUrl: "smtp://x", mailFrom: "x" });
    expect(worker.environment).toMatchObject({ RETENTION_AUDIT_DAYS: "400" });
  });
});
