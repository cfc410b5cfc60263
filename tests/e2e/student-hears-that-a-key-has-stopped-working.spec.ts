import type { PrismaClient } from "#server/database/generated/client";
import type { Cast } from "../../scripts/seed/cast.ts";
import { expectAccessible } from "./support/accessibility.ts";
import { expect, type Person, test } from "./support/journey.ts";

const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);
const DAYS_8 = 8 * 24 * 60;

/** A key that has passed eight days ago and failed twice today, in looks that nobody asked for. */
async function aKeyThatStopped(cast: Cast, database: PrismaClient, { id }: Person): Promise<void> {
  await cast.aProof(id, "openai-klucz", ago(DAYS_8));
  const key = await cast.aSealedKey(id, { situation: "wrong", storedAt: ago(DAYS_8) });
  await cast.aTest(id, key, { at: ago(DAYS_8), outcome: ["passed", "passed", "passed"] });
  for (const minutes of [20, 8]) await cast.aTest(id, key, { at: ago(minutes), outcome: ["passed", "key_invalid"] });
  await database.accessTest.updateMany({
    where: { userId: id, requestedAt: { gt: ago(60) } },
    data: { trigger: "quiet", onlyCheck: "openai.key" },
  });
  await cast.settle(id);
}

const dayOf = (at: Date) => new Intl.DateTimeFormat("pl", { day: "numeric", month: "2-digit" }).format(at);

test("a student and the desk see what worked and does not any more, with the day on which it did", async ({
  page,
  signIn,
  browserOf,
  cast,
  database,
  student,
}) => {
  await aKeyThatStopped(cast, database, student);
  await signIn("student");
  const told = `Działało ${dayOf(ago(DAYS_8))}, dziś nie`;
  await page.goto("/");
  const card = page.getByRole("region", { name: told });
  await expect(card).toContainText("Wygeneruj klucz API");
  await expectAccessible(page, "pl");
  await card.getByRole("link", { name: "Zobacz, co zrobić" }).click();
  await expect(page).toHaveURL(/\/causes\/key_invalid/);
  await page.goto("/test");
  await expect(page.getByRole("region", { name: told })).toBeVisible();
  await expectAccessible(page, "pl");

  const desk = await browserOf("instructor");
  await desk.goto("/desk");
  await expect(desk.getByRole("row", { name: /Celina Próbna/ })).toContainText(`działało ${dayOf(ago(DAYS_8))}`);
  await expectAccessible(desk, "pl");
});

for (const javaScriptEnabled of [true, false]) {
  test(`looking every week is turned on and off again (JavaScript: ${javaScriptEnabled})`, async ({
    browserOf,
    cast,
    student,
  }) => {
    await cast.aSealedKey(student.id);
    const page = await browserOf("student", { javaScriptEnabled });
    await page.goto("/key");
    const choice = page.getByRole("region", { name: "Sprawdzaj co tydzień, czy klucz dalej działa" });
    await expect(choice.getByRole("status")).toContainText("Wyłączone.");
    await choice.getByRole("button", { name: "Włącz" }).click();
    await expect(choice.getByRole("status")).toContainText("Włączone.");
    await choice.getByRole("button", { name: "Wyłącz" }).click();
    await expect(choice.getByRole("status")).toContainText("Wyłączone.");
  });
}
