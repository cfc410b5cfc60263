import { expectAccessible } from "./support/accessibility.ts";
import { expect, type Page, test } from "./support/journey.ts";

const LESSON = "/lessons/modul-1/klucz-api";
const TITLE = "Od konta do pierwszego obrazu";

const filmOf = (page: Page) => page.getByRole("region", { name: TITLE, exact: true });
/** Where the film is, as it says itself below the picture. */
const positionOf = (page: Page) => filmOf(page).getByText(/^\d+:\d\d \/ \d+:\d\d$/);
const partOf = (page: Page, name: string) => filmOf(page).getByText(name, { exact: true });
const controlOf = (page: Page, name: string | RegExp) => filmOf(page).getByRole("button", { name });
/** Gives the keys to the picture, and to none of its buttons. */
const focusOn = (page: Page) => filmOf(page).locator("media-controller").focus();
const factsOf = (page: Page) =>
  page.evaluate(() => {
    const { currentTime, paused, volume, playbackRate, muted } = document.querySelector("video") as HTMLVideoElement;
    return { second: Math.floor(currentTime), paused, volume, rate: playbackRate, muted };
  });
const secondsOf = async (page: Page) => (await factsOf(page)).second;

async function openFilm(page: Page, path = LESSON): Promise<void> {
  await page.goto(path);
  await expect(controlOf(page, /pełny ekran/i)).toBeVisible();
  await page.waitForFunction(() => (document.querySelector("video")?.readyState ?? 0) >= 1);
}

test("the transcript is searched without accents, and a line of it plays from there", async ({ page, signIn }) => {
  await signIn("student");
  await openFilm(page);
  await partOf(page, "Zapis filmu").click();
  await filmOf(page).getByRole("searchbox", { name: "Szukaj w zapisie" }).fill("nazwe organizacji");
  await expect(filmOf(page).getByRole("status")).toHaveText("W zapisie nie ma „nazwe organizacji”.");
  await filmOf(page).getByRole("searchbox").fill("DOWOLNA nazwe");
  await expect(filmOf(page).getByRole("status")).toHaveText("Pasujące zdania: 1");
  await filmOf(page)
    .getByRole("link", { name: /wpisz dowolną nazwę/ })
    .click();
  await expect(positionOf(page)).toHaveText(/^3:2\d \//);
  await expect(page).toHaveURL(/\?t=203#film$/);
  await filmOf(page).getByRole("searchbox").fill("");
  await expect(filmOf(page).getByRole("link", { name: /wpisz dowolną nazwę/ })).toHaveAttribute("aria-current", "true");
});

test("a chapter plays from its beginning and is marked in the list", async ({ page, signIn }) => {
  await signIn("student");
  await openFilm(page);
  await partOf(page, "Rozdziały").click();
  const chapter = filmOf(page).getByRole("link", { name: /Zakup środków/ });
  await chapter.click();
  await expect(positionOf(page)).toHaveText(/^5:4\d \//);
  await expect(chapter).toHaveAttribute("aria-current", "true");
});

test("keys steer the film that has the focus", async ({ page, signIn }) => {
  await signIn("student");
  await openFilm(page, `${LESSON}?t=100`);
  await focusOn(page);
  const press = async (key: string, second: number) => {
    await page.keyboard.press(key);
    await expect.poll(() => secondsOf(page), key).toBe(second);
  };
  await press("l", 110);
  await press("ArrowRight", 120);
  await press("j", 110);
  await press("ArrowLeft", 100);
  await press("5", 245);
  await press("0", 0);
  await page.keyboard.press(".");
  await expect.poll(() => page.evaluate(() => document.querySelector("video")?.currentTime)).toBeCloseTo(0.04);
  await press("ArrowRight", 10);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+>");
  await expect.poll(() => factsOf(page)).toMatchObject({ volume: 0.9, rate: 1.25, paused: true });
  await page.keyboard.press("Space");
  await expect.poll(async () => (await factsOf(page)).paused).toBe(false);
  await page.keyboard.press("k");
  await expect.poll(async () => (await factsOf(page)).paused).toBe(true);
  await page.keyboard.press("c");
  await expect(filmOf(page).getByRole("switch", { name: /napisy/i })).toHaveAttribute("aria-checked", "true");
});

test("keys leave the film alone in a field, with Ctrl, elsewhere on the page, and when they are switched off", async ({
  page,
  signIn,
}) => {
  await signIn("student");
  await openFilm(page, `${LESSON}?t=100`);
  await page.keyboard.press("l");
  await focusOn(page);
  await page.keyboard.press("Control+l");
  await page.keyboard.press("?");
  const letters = filmOf(page).getByRole("checkbox", { name: /^Używaj skrótów/ });
  await expect(letters).toBeChecked();
  await partOf(page, "Zapis filmu").click();
  await filmOf(page).getByRole("searchbox").press("l");
  await expect(filmOf(page).getByRole("searchbox")).toHaveValue("l");
  await letters.uncheck();
  await focusOn(page);
  await page.keyboard.press("l");
  expect(await secondsOf(page)).toBe(100);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => secondsOf(page)).toBe(110);
  await page.reload();
  await partOf(page, "Skróty klawiszowe").click();
  await expect(letters).not.toBeChecked();
});

test("the film goes on where it was left, says so, and an address with a time wins", async ({ page, signIn }) => {
  await signIn("student");
  await openFilm(page);
  await partOf(page, "Rozdziały").click();
  await filmOf(page)
    .getByRole("link", { name: /Ekran powitalny/ })
    .click();
  await expect(positionOf(page)).toHaveText(/^3:1\d \//);
  await focusOn(page);
  await page.keyboard.press("k");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("film:modul-1/modul-1"))).toMatch(/^19\d$/);

  await openFilm(page);
  await expect(filmOf(page).getByRole("status").filter({ hasText: "Grasz od 3:1" })).toBeVisible();
  await expect(positionOf(page)).toHaveText(/^3:1\d \//);
  await controlOf(page, "Od początku").click();
  await expect(positionOf(page)).toHaveText(/^0:0\d \//);

  await openFilm(page, `${LESSON}?t=3m23s`);
  await expect(positionOf(page)).toHaveText(/^3:23 \//);
  await expect(filmOf(page).getByText(/^Grasz od/)).toHaveCount(0);
  await page.goto("/");
  await openFilm(page, `${LESSON}#t=7:05`);
  await expect(positionOf(page)).toHaveText(/^7:05 \//);
  expect(await secondsOf(page)).toBe(425);
});

test("the film and its lists are accessible, on a phone too", async ({ page, signIn }) => {
  await signIn("student");
  await openFilm(page);
  for (const part of ["Rozdziały", "Zapis filmu", "Skróty klawiszowe"]) await partOf(page, part).click();
  await expectAccessible(page, "pl");
});
