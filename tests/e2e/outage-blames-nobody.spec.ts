import type { PrismaClient } from "#server/database/generated/client";
import type { Cast } from "../../scripts/seed/cast.ts";
import { expectAccessible } from "./support/accessibility.ts";
import { addresses } from "./support/addresses.ts";
import { expect, openLive, test } from "./support/journey.ts";

// Scouts go after 6, 12, 24 … seconds here, and everybody else's tests are over: see playwright.config.ts.
test.describe.configure({ timeout: 150_000 });

const MANY = 5;
const BANNER = /OpenAI ma teraz kłopoty/;
const turn = (method: "POST" | "DELETE") => fetch(new URL("/outage", addresses.simulator), { method });

test.afterEach(async () => {
  await turn("DELETE");
});

/** What other journeys have met is long ago: some of their keys never get an answer, whoever asks. */
async function othersAreOver(database: PrismaClient): Promise<void> {
  const [finishedAt, where] = [new Date(Date.now() - 3_600_000), { finishedAt: { not: null } }];
  await database.checkResult.updateMany({ where, data: { finishedAt } });
  await database.accessTest.updateMany({ where, data: { finishedAt } });
}

async function manyAreHit(cast: Cast, cohortId: string): Promise<void> {
  for (let at = 0; at < MANY; at++) {
    const { id } = await cast.aStudent({ cohortId, name: `Ofiara ${at}` });
    await cast.aTest(id, await cast.aSealedKey(id), { outcome: ["passed", "server_error"] });
  }
}

test("an outage shows one banner to all, holds tests back, marks nobody, and goes by itself", async ({
  page,
  signIn,
  browserOf,
  cast,
  cohort,
  database,
  student,
}) => {
  await turn("POST");
  await othersAreOver(database);
  await manyAreHit(cast, cohort.id);
  await cast.aSealedKey(student.id);
  const late = await cast.aStudent({ cohortId: cohort.id, name: "Lena Późna" });
  await cast.aSealedKey(late.id);

  const desk = await browserOf("instructor");
  await openLive(desk, "/desk");
  await signIn("student");
  await openLive(page, "/test");
  await page.getByRole("button", { name: "Sprawdź dostęp" }).click();
  await expect(page.getByText(BANNER)).toContainText("to nie Twój klucz", { timeout: 30_000 });
  await expect(desk.getByText(BANNER)).toContainText("to nie klucze uczestników");
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Nikt teraz nie potrzebuje pomocy");

  const other = await browserOf(late);
  await openLive(other, "/test");
  await other.getByRole("button", { name: "Sprawdź dostęp" }).click();
  await expect(other.getByRole("heading", { name: "Test czeka, aż OpenAI wróci" })).toBeVisible();
  await expect(other.getByRole("button", { name: /^(Przerwij|Anuluj|Zatrzymaj)/ }).first()).toBeVisible();

  for (const open of [page, desk, other]) await expectAccessible(open, "pl");

  await turn("DELETE");
  for (const open of [page, desk, other]) await expect(open.getByText(BANNER)).toBeHidden({ timeout: 90_000 });
  await expect(other.getByRole("heading", { name: "Na koncie są środki" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("heading", { name: "Na koncie są środki" })).toBeVisible({ timeout: 60_000 });
});
