import { dayIn } from "#domain/cohort/local-time";
import { expectAccessible } from "./support/accessibility.ts";
import { addresses } from "./support/addresses.ts";
import { expect, type Page, test } from "./support/journey.ts";

const ZONE = "Europe/Warsaw";
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const PHONE = { width: 390, height: 844 };

const lessonIn = (page: Page, title: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: title }).first();
const requiredLessons = (page: Page) => page.getByRole("region", { name: "Co jest wymagane" });
/** As the portal says it: `do piątku 4 grudnia`. */
const dayOf = (at: Date) => new Intl.DateTimeFormat("pl", { day: "numeric", month: "long", timeZone: ZONE }).format(at);

test("a lesson that a manager makes optional is so for their cohort alone, wherever it counts, and back again", async ({
  page,
  signIn,
  cast,
  cohort,
  student,
  browserOf,
}) => {
  test.setTimeout(120_000);
  const other = await cast.aCohort({ name: "Inna grupa" });
  const stranger = await cast.aStudent({ cohortId: other.id, name: "Obca Osoba" });
  await cast.aTick(student.id, "openai-konto");
  const own = await browserOf("student");
  await own.goto("/");
  const left = (of: Page) => of.getByRole("heading", { level: 1 });
  const before = await left(own).textContent();

  await signIn("instructor");
  await page.goto(`/desk/class?cohort=${cohort.slug}`);
  await expect(page.getByRole("columnheader", { name: /Sprawdź, czy środki działają/ })).toBeVisible();
  await page.goto(`/desk/cohorts/${cohort.id}`);
  await requiredLessons(page)
    .getByRole("button", { name: "Ustaw jako opcjonalną: Środki", exact: true })
    .press("Enter");
  const told = requiredLessons(page).getByRole("status");
  await expect(told).toContainText("Lekcja „Środki” jest teraz w tej grupie opcjonalna.");
  await page.keyboard.press("Tab");
  await expect(told.getByRole("button", { name: "Cofnij" })).toBeFocused();
  await expect(lessonIn(page, "Środki")).toContainText("opcjonalna · tylko w tej grupie");

  await own.goto("/");
  await expect(lessonIn(own, "Środki")).toContainText("opcjonalna");
  await expect(left(own)).not.toHaveText(before ?? "");
  await own.goto("/lessons/modul-1/srodki");
  await expect(own.getByText("lekcja opcjonalna, możesz ją pominąć")).toBeVisible();
  const theirs = await browserOf(stranger);
  await theirs.goto("/");
  await expect(lessonIn(theirs, "Środki")).not.toContainText("opcjonalna");

  await page.goto(`/desk/class?cohort=${cohort.slug}`);
  await expect(page.getByRole("table", { name: /Wymagane kroki każdej osoby/ })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: /Sprawdź, czy środki działają/ })).toHaveCount(0);
  await page.goto(`/desk/students/${student.id}/as`);
  await expect(lessonIn(page, "Środki")).toContainText("opcjonalna");

  await page.goto(`/desk/cohorts/${cohort.id}?asked=modul-1/srodki`);
  await told.getByRole("button", { name: "Cofnij" }).click();
  await expect(told).toContainText("Lekcja „Środki” jest teraz w tej grupie wymagana.");
  await expectAccessible(page, "pl");
  await own.goto("/");
  await expect(left(own)).toHaveText(before ?? "");
});

test("a cohort that requires nothing has no numbers and no fault", async ({ page, signIn, cohort, browserOf }) => {
  test.setTimeout(120_000);
  const plain = await browserOf("instructor", { javaScriptEnabled: false });
  await plain.goto(`/desk/cohorts/${cohort.id}`);
  const buttons = requiredLessons(plain).getByRole("button", { name: /^Ustaw jako opcjonalną: / });
  while ((await buttons.count()) > 0) {
    const name = (await buttons.first().getAttribute("aria-label")) ?? "";
    await buttons.first().click();
    await expect(plain.getByRole("button", { name, exact: true })).toHaveCount(0);
  }
  const own = await browserOf("student");
  await own.goto("/");
  await expect(own.getByRole("heading", { level: 1 })).toHaveText("Wszystkie kroki są tu opcjonalne");
  await expectAccessible(own, "pl");
  await signIn("instructor");
  await page.goto(`/desk/class?cohort=${cohort.slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Żaden krok nie jest tu wymagany");
  await page.goto("/desk");
  await expect(page.getByText("nic nie jest wymagane")).toBeVisible();
});

test("a student sees until when a lesson is to be done, kindly where that is over, and no more once it is", async ({
  page,
  signIn,
  cast,
  cohort,
  student,
  browserOf,
}) => {
  await signIn("instructor");
  await page.goto(`/desk/cohorts/${cohort.id}`);
  const dues = page.getByRole("region", { name: "Terminy lekcji" });
  await dues.getByLabel("Konto OpenAI", { exact: true }).fill(dayIn(inDays(5), ZONE));
  await dues.getByLabel("Klucz API", { exact: true }).fill(dayIn(inDays(-5), ZONE));
  await dues.getByRole("button", { name: "Zapisz" }).click();
  await expect(page.getByText("Zapisane.")).toBeVisible();

  const own = await browserOf("student", { viewport: PHONE });
  await own.goto("/");
  const words = new RegExp(`^Do \\S+ ${dayOf(inDays(5))}$`);
  await expect(own.getByRole("region", { name: "Załóż konto OpenAI" }).getByText(words)).toBeVisible();
  await expect(lessonIn(own, "Konto OpenAI").getByText(words)).toBeVisible();
  const over = `Termin minął ${dayOf(inDays(-5))}. Nadal możesz to zrobić.`;
  await expect(lessonIn(own, "Klucz API")).toContainText(over);
  await expectAccessible(own, "pl");
  await own.goto("/lessons/modul-1/klucz-api");
  await expect(own.getByText(over)).toBeVisible();
  await page.goto(`/desk/students/${student.id}/as`);
  await expect(lessonIn(page, "Klucz API")).toContainText(over);

  for (const step of ["openai-klucz", "klucz-w-portalu"]) await cast.aTick(student.id, step);
  await own.goto("/");
  await expect(lessonIn(own, "Klucz API")).not.toContainText("Termin");
  await own.context().addCookies([{ name: "rozruch-locale", value: "en", url: addresses.origin }]);
  await own.goto("/");
  await expect(own.getByText(/^By \w+day, /).first()).toBeVisible();
  await expectAccessible(own, "en");
});
