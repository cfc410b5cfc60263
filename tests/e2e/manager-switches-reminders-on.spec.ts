import { expectAccessible } from "./support/accessibility.ts";
import { expect, test } from "./support/journey.ts";

const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);

test("a manager sees whom a reminder would reach, switches it on, and finds it on the page of messages", async ({
  page,
  signIn,
  cast,
  cohort,
}) => {
  for (const [name, days] of [
    ["Ala Wczoraj", 1],
    ["Bea Dawno", 6],
  ] as const)
    await cast.aStudent({ cohortId: cohort.id, name, invitedAt: ago(days), firstSignedInAt: null });
  await signIn("instructor");
  await page.goto(`/desk/cohorts/${cohort.id}`);
  await page.getByRole("link", { name: "Przypomnienia" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Przypomnienia: Grupa próbna");
  const rule = page.getByRole("group", { name: "Zaproszenie bez pierwszego logowania" });
  await expect(rule.getByRole("status")).toHaveText(
    /^Wyłączone\. Po włączeniu dziś napisalibyśmy do 1 osoby:\s*Bea Dawno/,
  );
  await rule.getByLabel("Ile dni od zaproszenia").fill("1");
  await expect(rule.getByRole("status")).toHaveText(/do 2 osób:\s*Ala Wczoraj, Bea Dawno/);
  await rule.getByLabel("Wysyłaj to przypomnienie").press("Space");
  await expect(rule.getByRole("status")).toHaveText(/^Dziś napisalibyśmy do 2 osób:/);
  await expectAccessible(page, "pl");
  await page.getByRole("button", { name: "Zapisz przypomnienia" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Zapisane." })).toBeVisible();
  await expect(rule.getByLabel("Wysyłaj to przypomnienie")).toBeChecked();
  await expect(
    page.getByRole("group", { name: "Bez postępu" }).getByLabel("Wysyłaj to przypomnienie"),
  ).not.toBeChecked();
  await page.goto("/desk/messages");
  const cohorts = page.getByRole("region", { name: "Przypomnienia, które portal wysyła sam" });
  await expect(cohorts.getByRole("listitem")).toHaveText(/Grupa próbna\s*1 dzień od zaproszenia/);
});
