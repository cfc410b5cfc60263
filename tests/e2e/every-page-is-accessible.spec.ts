import { expectAccessible, tabStopsOf } from "./support/accessibility.ts";
import { addresses } from "./support/addresses.ts";
import { expect, type Page, test } from "./support/journey.ts";
import { aBusyCohort, aFullLife } from "./support/lives.ts";
import { mailTo } from "./support/mailbox.ts";

const LOCALES = ["pl", "en"] as const;
type Locale = (typeof LOCALES)[number];

const LESSONS = ["konto-openai", "nazwa-organizacji", "klucz-api", "srodki", "obrazy-i-weryfikacja", "sprawdzenie"];
const MINUTE_MS = 60_000;
const _ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);

// Many pages each, in many looks.
test.describe.configure({ timeout: 150_000 });

async function inLocale(page: Page, locale: Locale): Promise<void> {
  await page.context().addCookies([{ name: "rozruch-locale", value: locale, url: addresses.origin }]);
}

async function expectAllAccessible(page: Page, locale: Locale, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expectAccessible(page, locale);
  }
}

for (const locale of LOCALES) {
  test(`a stranger's pages are accessible (${locale})`, async ({ page, student }) => {
    await inLocale(page, locale);
    await expectAllAccessible(page, locale, ["/login?error=expired", "/login/confirm"]);
    await page.getByRole("link", { name: locale === "pl" ? "Zaloguj się" : "Sign in" }).click();
    await page.getByRole("textbox").fill(student.email);
    await page.keyboard.press("Enter");
    await mailTo(student.email);
    await expectAllAccessible(page, locale, ["/login/sent?error=wrong_code", "/login/confirm#t=x"]);
  });

  test(`the pages of a student who has just come are accessible (${locale})`, async ({ page, signIn }) => {
    await signIn("student");
    await inLocale(page, locale);
    await expectAllAccessible(page, locale, [
      "/",
      "/test",
      "/key?refusal=masked_copy",
      "/help",
      "/paste",
      "/account",
      "/account/data",
      "/login/again?to=/key",
      "/nie-ma",
      "/desk",
    ]);
  });

  test(`the pages of a student with a history are accessible (${locale})`, async ({ page, signIn, cast, student }) => {
    await aFullLife(cast, student);
    await signIn("student");
    await inLocale(page, locale);
    await expectAllAccessible(page, locale, ["/", "/test", "/key", "/help"]);
  });

  test(`the lessons are accessible (${locale})`, async ({ page, signIn, cast, student }) => {
    await aFullLife(cast, student);
    await signIn("student");
    await inLocale(page, locale);
    await expectAllAccessible(
      page,
      locale,
      LESSONS.map((lesson) => `/lessons/modul-1/${lesson}`),
    );
  });

  test(`the catalogue of messages is accessible (${locale})`, async ({ page, signIn }) => {
    await signIn("student");
    await inLocale(page, locale);
    await expectAllAccessible(page, locale, ["/causes", "/causes?q=quota", "/causes?q=zzz", "/causes/org_unverified"]);
    await page.goto("/causes/forbidden_unspecified_403");
    for (const summary of await page.locator("main summary").all()) await summary.press("Enter");
    await expectAccessible(page, locale);
  });

  test(`the search and the tags are accessible (${locale})`, async ({ page, signIn }) => {
    await signIn("student");
    await inLocale(page, locale);
    await expectAllAccessible(page, locale, ["/search", "/search?q=403", "/search?q=zzzz", "/tags", "/tags/openai"]);
    await page.goto("/");
    const dialog = page.getByRole("dialog");
    await page.getByRole("link", { name: locale === "pl" ? "Szukaj" : "Search", exact: true }).click();
    await dialog.getByRole("combobox").fill("zzzz");
    await expect(dialog.getByRole("link")).toHaveCount(2);
    await expectAccessible(page, locale);
    await dialog.getByRole("combobox").fill("API");
    await expect(dialog.getByRole("option").first()).toBeVisible();
    await dialog.getByRole("combobox").press("ArrowDown");
    await expectAccessible(page, locale);
  });

  test(`an instructor's pages are accessible (${locale})`, async ({
    page,
    signIn,
    cast,
    cohort,
    student,
    browserOf,
  }) => {
    const nobody = await browserOf("instructor");
    await inLocale(nobody, locale);
    await expectAllAccessible(nobody, locale, [
      "/desk",
      "/desk?q=zzz",
      "/desk/messages",
      `/desk/cohorts/${cohort.id}/nudges`,
      "/desk/message?q=zzz",
      "/desk/screens",
      "/desk/screens?show=handled",
    ]);
    await aFullLife(cast, student);
    await aBusyCohort(cast, cohort);
    await signIn("instructor");
    await inLocale(page, locale);
    await expectAllAccessible(page, locale, [
      "/desk",
      "/desk?as=list&sort=-tries",
      "/desk/message?all=yes&about=retest",
      `/desk/waive?to=${student.id}`,
      "/desk/screens",
      "/desk/connections",
      `/desk/students/${student.id}`,
      "/lessons/modul-1/klucz-api",
    ]);
  });
}

test("the menu, the question before deleting and the history are accessible when they are open", async ({
  page,
  signIn,
  cast,
  student,
}) => {
  await aFullLife(cast, student);
  await signIn("student");
  for (const path of ["/key", "/test"]) {
    await page.goto(path);
    for (const summary of await page.locator("summary").all()) await summary.press("Enter");
    await expectAccessible(page, "pl");
  }
});

test("the first Tab is the link to the content, and it leads there", async ({ page, signIn }) => {
  await signIn("student");
  await page.goto("/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Przejdź do treści" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("a step is ticked and a test is started with the keyboard alone", async ({ page, signIn, cast, student }) => {
  await cast.aSealedKey(student.id);
  await signIn("student");
  await page.goto("/lessons/modul-1/konto-openai");
  const step = page.getByRole("region", { name: "Załóż konto OpenAI" });
  const tick = step.getByRole("button");
  await tabTo(page, /^Oznacz jako zrobione/);
  await page.keyboard.press("Enter");
  await expect(step.getByRole("status")).toContainText("Oznaczone przez Ciebie");
  await expect(tick, "the focus stays where it was").toBeFocused();

  await page.goto("/test");
  await tabTo(page, /^Sprawdź dostęp$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Na koncie są środki" })).toBeVisible();
});

async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focused = page.getByRole("button", { name }).and(page.locator(":focus"));
  for (let presses = 0; presses < 60 && (await focused.count()) === 0; presses++) await page.keyboard.press("Tab");
  await expect(focused).toBeVisible();
}

for (const path of ["/", "/lessons/modul-1/klucz-api", "/key", "/test", "/help", "/paste", "/causes", "/search"]) {
  test(`wherever the keyboard goes on ${path} the focus shows`, async ({ page, signIn, cast, student }) => {
    await aFullLife(cast, student);
    await signIn("student");
    await page.goto(path);
    const stops = await tabStopsOf(page);
    expect(stops.length).toBeGreaterThan(8);
    expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
  });
}
