import { expect, test } from "./support/journey.ts";

test("a manager makes a cohort, sets its rule with whom it points at in view, and puts it away and back", async ({
  page,
  signIn,
  cast,
  cohort,
}) => {
  const long = new Date(Date.now() - 9 * 86_400_000);
  for (const name of ["Ada Cicha", "Olga Cicha"])
    await cast.aStudent({ cohortId: cohort.id, name, invitedAt: long, firstSignedInAt: null });
  await signIn("instructor");
  await page.goto("/desk/cohorts");
  await page.getByRole("link", { name: "Grupa próbna" }).click();
  await page.getByLabel("Tyle dni od zaproszenia bez logowania").fill("8");
  await expect(page.getByText("Ta reguła wskaże teraz 2 osoby:")).toBeVisible();
  await page.getByLabel("Tyle dni od zaproszenia bez logowania").fill("10");
  await expect(page.getByText("Ta reguła nie wskaże teraz nikogo.")).toBeVisible();
  await page.getByRole("button", { name: "Zapisz regułę" }).click();
  await expect(page.getByText("Zapisane.")).toBeVisible();

  await page.getByLabel("Klucz API", { exact: true }).fill("2027-01-15");
  await page.getByRole("region", { name: "Terminy lekcji" }).getByRole("button", { name: "Zapisz" }).click();
  await expect(page.getByLabel("Klucz API", { exact: true })).toHaveValue("2027-01-15");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Osoby: CSV (Excel po polsku)" }).click();
  expect((await download).suggestedFilename()).toBe("rozruch-people.csv");

  await page.getByText("Przenieś do archiwum").click();
  await page.getByRole("button", { name: "Tak, przenieś" }).click();
  await expect(page.getByText("Grupa „Grupa próbna” jest w archiwum.")).toBeVisible();
  await page.getByRole("button", { name: "Cofnij" }).click();
  await expect(page.getByRole("link", { name: "Grupa próbna" })).toBeVisible();
  await page.getByLabel("Nazwa grupy").fill("Zimowa 2027");
  await page.getByRole("button", { name: "Utwórz grupę" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zimowa 2027");
});
