import { expect, openLive, type Page, test } from "./support/journey.ts";
import { manyAreStuck, rowOf, tick } from "./support/stuck.ts";

const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);
const CAUSE = "brak środków";

const groupOf = (desk: Page) => desk.getByRole("region", { name: new RegExp(CAUSE) });

test("twenty people with one cause are answered in one go, and each is marked", async ({
  page,
  signIn,
  cast,
  cohort,
}) => {
  test.setTimeout(120_000);
  await manyAreStuck(cast, cohort.id, 21);
  await signIn("instructor");
  await page.goto("/desk");
  await expect(groupOf(page).getByRole("heading")).toHaveText(`21 osób: ${CAUSE}`);
  const began = Date.now();
  await groupOf(page).getByRole("link", { name: "Napisz do 21 osób" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Napisz do 21 osób");
  await expect(page.getByLabel("Temat", { exact: true })).toHaveValue(`Jak rozwiązać: ${CAUSE}`);
  await expect(page.getByLabel("Treść", { exact: true })).toHaveValue(/^Dzień dobry,/);
  await page.getByText(/^Po angielsku/).click();
  await expect(page.getByLabel("Treść po angielsku")).toHaveValue(/^Hello,/);
  await page.getByRole("button", { name: "Zobacz jak odbiorca" }).click();
  await expect(page.getByRole("region", { name: "Tak zobaczy to Osoba 01" })).toContainText("List 1 z 21: Osoba 01");
  await page.getByRole("button", { name: "Wyślij do 21 osób" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Wiadomość idzie do 21 osób." })).toBeVisible();
  expect(Date.now() - began, "the portal's own share of a minute").toBeLessThan(60_000);

  await page.goto("/desk?as=list");
  for (const name of ["Osoba 01", "Osoba 21"]) {
    await expect(rowOf(page, name)).toContainText("odpisano");
    await expect(rowOf(page, name)).toContainText("Ty");
  }
  await page.getByRole("link", { name: "Wiadomości" }).click();
  await page.getByRole("link", { name: `Jak rozwiązać: ${CAUSE}` }).click();
  await expect(page.getByRole("row")).toHaveCount(22);
});

test("two instructors do not take the same person unknowingly", async ({
  page: first,
  browserOf,
  signIn,
  cast,
  cohort,
}) => {
  await manyAreStuck(cast, cohort.id, 2);
  await signIn("instructor");
  const second = await browserOf(await cast.anInstructor({ cohortId: cohort.id, name: "Druga Prowadząca" }));
  await first.goto("/desk");
  await second.goto("/desk");
  await tick(first, "Osoba 01");
  await first.getByRole("button", { name: "Biorę na siebie" }).click();
  await expect(first.getByRole("status").filter({ hasText: "Zajmujesz się 1 osobą." })).toBeVisible();
  await expect(rowOf(first, "Osoba 01")).toContainText("Ty");

  await tick(second, "Osoba 01");
  await tick(second, "Osoba 02");
  await second.getByRole("button", { name: "Biorę na siebie" }).click();
  await expect(second.getByText("1 osobą zajmuje się już ktoś inny: bez zmian.")).toBeVisible();
  await expect(rowOf(second, "Osoba 01")).toContainText("Maria Prowadząca");

  await second.getByRole("button", { name: "Cofnij" }).click();
  await expect(second.getByText("Cofnięte.")).toBeVisible();
  await expect(rowOf(second, "Osoba 02")).not.toContainText("Ty");
});

test("who was put off until later is gone from the list, can be looked up there, and comes back", async ({
  page,
  signIn,
  cast,
  cohort,
  database,
}) => {
  // The worker looks once a minute.
  test.setTimeout(150_000);
  await manyAreStuck(cast, cohort.id, 2);
  await signIn("instructor");
  await openLive(page, "/desk");
  await tick(page, "Osoba 01");
  await page.getByText("Więcej: odłóż").click();
  await page.getByRole("combobox", { name: "Odłóż" }).selectOption("hour");
  await page.getByRole("button", { name: "Odłóż" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 osoba potrzebuje pomocy");
  await page.getByRole("link", { name: "Odłożone 1" }).click();
  await expect(rowOf(page, "Osoba 01")).toContainText("odłożone do");

  await openLive(page, "/desk");
  await expect(rowOf(page, "Osoba 01")).toHaveCount(0);
  await database.blocker.updateMany({
    where: { cohortId: cohort.id, snoozedUntil: { not: null } },
    data: { snoozedUntil: ago(1) },
  });
  await expect(rowOf(page, "Osoba 01")).toBeVisible({ timeout: 75_000 });
});

test("a release from a step has a name and a reason, counts at once, and can be taken back", async ({
  page: desk,
  browserOf,
  signIn,
  cast,
  student,
}) => {
  const key = await cast.aSealedKey(student.id, { situation: "unverified", storedAt: ago(60) });
  const outcome = ["passed", "passed", "passed", "org_unverified"] as const;
  for (const minutes of [30, 20, 10]) await cast.aTest(student.id, key, { at: ago(minutes), outcome });
  await cast.settle(student.id);
  await signIn("instructor");
  await desk.goto("/desk");
  await tick(desk, student.name);
  await desk.getByText("Więcej: odłóż").click();
  await desk.getByRole("button", { name: "Zwolnij z kroku" }).click();
  await expect(desk.getByLabel("Z którego kroku?")).toHaveValue("openai-obrazy");
  await desk.getByRole("button", { name: "Zwolnij 1 osobę" }).click();
  await expect(desk.getByText("Wpisz powód: zobaczą go zwolnione osoby.")).toBeVisible();
  await desk.getByLabel("Powód").fill("OpenAI nie daje drugiej próby.");
  await desk.getByRole("button", { name: "Zwolnij 1 osobę" }).click();
  await expect(desk.getByText("Zwolniono z kroku 1 osobę.")).toBeVisible();
  await expect(desk.getByRole("region", { name: "Wcześniejsze sprawy" })).toContainText("samo się rozwiązało");

  const theirs = await browserOf("student");
  await theirs.goto("/lessons/modul-1/obrazy-i-weryfikacja");
  const step = theirs.getByRole("region", { name: "Sprawdź dostęp do obrazów" });
  await expect(step).toContainText("Zwolniono z kroku (Maria Prowadząca)");
  await expect(step).toContainText("OpenAI nie daje drugiej próby.");

  await desk.getByRole("button", { name: "Cofnij zwolnienie" }).click();
  await expect(desk.getByRole("heading", { name: "Potrzebuje pomocy: organizacja bez weryfikacji" })).toBeVisible();
});

test("the list can be narrowed, searched without Polish marks, sorted and shared", async ({
  page,
  signIn,
  cast,
  cohort,
}) => {
  await manyAreStuck(cast, cohort.id, 2);
  const other = await cast.aStudent({ cohortId: cohort.id, name: "Żaneta Łoś" });
  await cast.aHelpRequest(other.id, "Nie wiem, co dalej.");
  await cast.settle(other.id);
  await signIn("instructor");
  await page.goto("/desk");
  await page.getByRole("link", { name: "Proszą o pomoc 1" }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.goto("/desk");
  await page.getByRole("searchbox", { name: "Imię, nazwisko lub e-mail" }).fill("zaneta los");
  await page.getByRole("button", { name: "Pokaż", exact: true }).click();
  await expect(page).toHaveURL(/\?q=zaneta\+los/);
  await expect(rowOf(page, "Żaneta Łoś")).toBeVisible();
  await expect(rowOf(page, "Osoba 01")).toHaveCount(0);
  await page.goto("/desk?as=list");
  await page.getByRole("link", { name: "Uczestnik" }).click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.getByRole("columnheader", { name: "Uczestnik" })).toHaveAttribute("aria-sort", "ascending");
  await page.goto("/desk?q=nikt-taki");
  await expect(page.getByText("Nikt nie pasuje do tych filtrów.")).toBeVisible();
});
