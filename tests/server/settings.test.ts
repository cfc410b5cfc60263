import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

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

describe("the provider's address", () => {
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

  test("open the demo's doors in the demo alone", async () => {
    for (const mode of ["production", "development", "test", "demo"]) {
      vi.resetModules();
      const { isDemo } = await settings({ APP_MODE: mode });
      expect(isDemo()).toBe(mode === "demo");
    }
  });
});
