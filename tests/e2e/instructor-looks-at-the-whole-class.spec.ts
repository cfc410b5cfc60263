import type { Cast } from "../../scripts/seed/cast.ts";
import { expectAccessible } from "./support/accessibility.ts";
import { addresses } from "./support/addresses.ts";
import { type Cohort, expect, type Page, test } from "./support/journey.ts";

const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);
const PHONE = { width: 390, height: 844 };

const ADA = "Ada Pierwsza";
const BEA = "Bea Sprawdzona";
const CELA = "Cela Bez Środków";

/** Beside one who has done nothing: one has just begun, one has a proof, one needs help with the credits. */
async function aSmallClass(cast: Cast, { id: cohortId }: Cohort): Promise<void> {
  const [ada, bea, cela] = [
    await cast.aStudent({ cohortId, name: ADA }),
    await cast.aStudent({ cohortId, name: BEA }),
    await cast.aStudent({ cohortId, name: CELA }),
  ];
  await cast.aTick(ada.id, "openai-konto", ago(90));
  await cast.aTick(bea.id, "openai-konto", ago(80));
  await cast.aTick(bea.id, "openai-logowanie", ago(75));
  await cast.aProof(bea.id, "openai-klucz", ago(70));
  const key = await cast.aSealedKey(cela.id, { situation: "no_credits" });
  for (const minutes of [30, 20, 10])
    await cast.aTest(cela.id, key, { at: ago(minutes), outcome: ["passed", "passed", "quota_insufficient"] });
  await cast.settle(cela.id);
}

const matrixOf = (page: Page) => page.getByRole("table", { name: /Wymagane kroki każdej osoby/ });
const rowOf = (page: Page, name: string) => matrixOf(page).getByRole("row").filter({ hasText: name });

test.beforeEach(async ({ cast, cohort, signIn }) => {
  await aSmallClass(cast, cohort);
  await signIn("instructor");
});

test("an instructor walks through the matrix with the arrow keys and opens a person from a cell", async ({ page }) => {
  await page.goto("/desk");
  await page.getByRole("link", { name: "Kroki", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Nikt nie ma jeszcze za sobą wszystkich wymaganych kroków",
  );
  await expect(rowOf(page, CELA).getByRole("cell", { name: "Potrzebuje pomocy" })).toHaveCount(1);
  await expect(rowOf(page, BEA).getByRole("cell", { name: "Sprawdzone automatycznie" })).toHaveCount(1);

  const first = rowOf(page, ADA).getByRole("rowheader").getByRole("link");
  await first.focus();
  await page.keyboard.press("ArrowRight");
  await expect(rowOf(page, ADA).getByRole("link").nth(1)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(rowOf(page, BEA).getByRole("link").nth(1)).toBeFocused();
  await page.keyboard.press("End");
  await expect(rowOf(page, BEA).getByRole("link").last()).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(first, "there is no row above the first").toBeFocused();

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await expect(matrixOf(page).locator(":focus"), "the body is one stop").toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(rowOf(page, BEA).getByRole("link").nth(1), "and Tab comes back to where it was").toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(BEA);
});

test("the matrix is filtered and sorted by its address, also before any script has loaded", async ({
  browserOf,
  cohort,
}) => {
  const page = await browserOf("instructor", { javaScriptEnabled: false });
  await page.goto(`/desk/class?cohort=${cohort.slug}`);
  await page.getByLabel("Krok", { exact: true }).selectOption({ label: "Sprawdź, czy środki działają" });
  await page.getByLabel("Stan").selectOption({ label: "Potrzebuje pomocy" });
  await page.getByRole("button", { name: "Pokaż" }).click();
  await expect(page.getByText("1–1 z 1 osoby")).toBeVisible();
  await expect(rowOf(page, CELA)).toBeVisible();
  await expect(rowOf(page, ADA)).toHaveCount(0);

  await page.getByRole("link", { name: "Pokaż wszystkich" }).click();
  await page.getByRole("link", { name: "Postęp: sortuj" }).click();
  await expect(page.getByRole("columnheader", { name: "Postęp: sortuj" })).toHaveAttribute("aria-sort", "ascending");
  await page.getByRole("link", { name: "Postęp: sortuj" }).click();
  await expect(matrixOf(page).getByRole("rowheader").first()).toHaveText(BEA);

  await page.getByLabel("Imię lub nazwisko").fill("nie ma takiej");
  await page.getByRole("button", { name: "Pokaż" }).click();
  await expect(page.getByText("Nikt tu nie pasuje do tego, co wybrano.")).toBeVisible();
});

test("each picture is said in a sentence and has its numbers behind it", async ({ page }) => {
  await page.goto("/desk/class?view=trouble");
  const funnel = page.getByRole("region", { name: "Jak daleko dochodzą" });
  await expect(funnel.getByRole("img", { name: /zatrzymuje się przed krokiem/ })).toBeVisible();
  await funnel.getByText("Liczby w tabeli").press("Enter");
  const account = funnel.getByRole("row").filter({ hasText: "Załóż konto OpenAI" });
  await expect(account.getByRole("cell").first()).toHaveText("2 z 4 · 50%");
  const hardest = page.getByRole("region", { name: "Najtrudniejsze kroki" });
  await expect(hardest.getByRole("listitem").filter({ hasText: "Sprawdź, czy środki działają" })).toContainText(
    "1 z 1 · 100%",
  );

  await page.getByRole("link", { name: "Dzień po dniu" }).click();
  const causes = page.getByRole("region", { name: "Przyczyny dzień po dniu" });
  await causes.getByText("Liczby w tabeli").press("Enter");
  await expect(causes.getByRole("row").last().getByRole("cell")).toHaveText("1");
});

test("on paper the matrix is black on white, its head comes again and nothing is left that can be pressed", async ({
  page,
}) => {
  await page.goto("/desk/class");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Główna" })).toBeHidden();
  await expect(page.getByRole("search")).toBeHidden();
  await expect(rowOf(page, CELA)).toBeVisible();
  const looks = await matrixOf(page).evaluate((table) => {
    const styleOf = (selector: string) => getComputedStyle(table.querySelector(selector) ?? table);
    return { head: styleOf("thead").display, position: styleOf("thead").position, mark: styleOf("td svg").color };
  });
  expect(looks).toEqual({ head: "table-header-group", position: "static", mark: "rgb(0, 0, 0)" });
});

test("on a phone there is a list in place of the table", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto("/desk/class");
  await expect(matrixOf(page)).toBeHidden();
  const cela = page.getByRole("main").getByRole("listitem").filter({ hasText: CELA });
  await expect(cela).toContainText("Teraz: Sprawdź, czy środki działają");
  await expect(cela).toContainText("Potrzebuje pomocy");
});

for (const locale of ["pl", "en"] as const) {
  test(`all of the class is accessible (${locale})`, async ({ page, browserOf, cast }) => {
    test.setTimeout(120_000);
    const empty = await browserOf(await cast.anInstructor({ cohortId: (await cast.aCohort()).id, name: "Nowy" }));
    for (const visited of [page, empty]) {
      await visited.context().addCookies([{ name: "rozruch-locale", value: locale, url: addresses.origin }]);
      for (const view of ["steps", "trouble", "days"]) {
        await visited.goto(`/desk/class?view=${view}`);
        for (const summary of await visited.locator("main summary").all()) await summary.press("Enter");
        await expectAccessible(visited, locale);
      }
    }
  });
}
