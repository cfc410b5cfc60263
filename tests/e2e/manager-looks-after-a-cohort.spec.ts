import { expectAccessible } from "./support/accessibility.ts";
import { addresses } from "./support/addresses.ts";
import { expect, test } from "./support/journey.ts";
import { aBusyCohort } from "./support/lives.ts";

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

for (const locale of ["pl", "en"] as const)
  test(`the pages of cohorts and people are accessible (${locale})`, async ({
    page,
    signIn,
    cast,
    cohort,
    browserOf,
  }) => {
    test.setTimeout(150_000);
    await aBusyCohort(cast, cohort);
    await cast.anAssistant({ cohortId: cohort.id });
    await signIn("instructor");
    const cookie = { name: "rozruch-locale", value: locale, url: addresses.origin };
    await page.context().addCookies([cookie]);
    const own = `/desk/cohorts/${cohort.id}`;
    for (const path of [
      "/desk/cohorts",
      `${own}?said=badRule`,
      `${own}/invite`,
      `${own}/import?said=file_header`,
      "/desk/people",
    ]) {
      await page.goto(path);
      await expectAccessible(page, locale);
    }
    const buffer = Buffer.from("email,name,phone\na@example.com,Ewa,1\nx@,Jan,2\n");
    await page.goto(`${own}/import`);
    await page.locator("#file").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer });
    await page.locator("form[action='/api/roster'] button").click();
    await page.waitForURL(/\/import\/[0-9a-f-]{36}/);
    await expectAccessible(page, locale);
    const stranger = await browserOf(null);
    await stranger.context().addCookies([cookie]);
    await stranger.goto("/join/nie-ma");
    await expectAccessible(stranger, locale);
  });

test("without a script, a rule shows whom it points at, and a link to join is made", async ({
  cast,
  cohort,
  browserOf,
}) => {
  await aBusyCohort(cast, cohort);
  const plain = await browserOf("instructor", { javaScriptEnabled: false });
  await plain.goto(`/desk/cohorts/${cohort.id}`);
  await plain.getByLabel("Tyle prób z tą samą przyczyną").fill("20");
  await plain.getByLabel("Tyle dni od zaproszenia bez logowania").fill("60");
  await plain.getByRole("button", { name: "Pokaż, kogo wskaże" }).click();
  await expect(plain.getByText("Ta reguła nie wskaże teraz nikogo.")).toBeVisible();
  await plain.getByRole("button", { name: "Zapisz regułę" }).click();
  await expect(plain.getByText("Zapisane.")).toBeVisible();
  await plain.goto(`/desk/cohorts/${cohort.id}/invite`);
  await plain.getByRole("button", { name: "Utwórz link" }).click();
  await expect(plain.getByLabel("Link", { exact: true })).toHaveValue(/\/join\/[\w-]{43}$/);
});
