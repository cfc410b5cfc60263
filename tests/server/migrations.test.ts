import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyMigrations } from "../../scripts/database/migrations.ts";
import { addressOf, rowsAs } from "../support/roles.ts";
import { differences } from "../support/schema-engine.ts";

const SCHEMA = readFileSync(join(import.meta.dirname, "../../prisma/schema.prisma"), "utf8");
const NOTHING = /^-- This is an empty migration\.\s*$/;

describe("the migrations", () => {
  test("add up to prisma/schema.prisma", async () => {
    expect(await differences(addressOf("owner"), SCHEMA)).toMatch(NOTHING);
  });

  test("are compared by Prisma's own engine: a column too few and one too many are both seen", async () => {
    const narrower = SCHEMA.replace(/^.*helpAfterTries.*$/m, "");
    expect(await differences(addressOf("owner"), narrower)).toContain('DROP COLUMN "help_after_tries"');
    const wider = SCHEMA.replace("model Cohort {", "model Cohort {\n  colour String?");
    expect(await differences(addressOf("owner"), wider)).toContain('ADD COLUMN     "colour" TEXT');
  });

  test("are applied once", async () => {
    expect(await applyMigrations(addressOf("owner"), () => undefined)).toEqual([]);
  });

  test("have what the schema cannot say: the natural keys that make a double click one", async () => {
    const rows = await rowsAs(
      "owner",
      "SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE 'CREATE UNIQUE% WHERE %'",
    );
    expect(rows.map(({ indexname }) => indexname).sort()).toEqual([
      "access_test_one_live",
      "api_credential_one_live",
      "blocker_one_open",
      "help_request_one_open",
      "incident_one_open",
      "message_recipient_one_occasion",
      "vault_key_one_active",
      "waiver_one_open",
    ]);
  });

  test("refuse an address that is not in lower case", async () => {
    await expect(
      rowsAs("owner", "INSERT INTO app_user (id, email, name) VALUES (gen_random_uuid(), 'Ania@example.com', 'Ania')"),
    ).rejects.toThrow("app_user_email_lower");
  });
});
