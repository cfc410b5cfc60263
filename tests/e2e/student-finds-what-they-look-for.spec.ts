import { expect, type Page, test } from "./support/journey.ts";
import { aKeyLike } from "./support/keys.ts";
import { Traffic } from "./support/traffic.ts";

const N8N = "Forbidden - perhaps check your credentials?";
const SECTION = "Gdy błąd pokazuje inne narzędzie";

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Szukaj" });
const fieldOf = (page: Page) => dialogOf(page).getByRole("combobox", { name: "Czego szukasz?" });
const optionsOf = (page: Page) => dialogOf(page).getByRole("option");
const chosenOf = (page: Page) => dialogOf(page).getByRole("option", { selected: true });

/** Presses `/` until the page's script has heard of it. */
async function openByKey(page: Page): Promise<void> {
  await expect(async () => {
    if (!(await dialogOf(page).isVisible())) await page.keyboard.press("/");
    await expect(fieldOf(page)).toBeFocused({ timeout: 2_000 });
  }).toPass();
}

test("somebody types what they see, and comes to the section with the keyboard alone", async ({ page, signIn }) => {
  await signIn("student");
  await page.goto("/");
  await openByKey(page);
  await page.keyboard.type("blad 403");
  await expect(dialogOf(page).getByRole("status")).toContainText("najpierw wyjaśnienie");
  await expect(optionsOf(page).first()).toContainText("OpenAI odmówiło, ale nie wiadomo dlaczego");
  await expect(chosenOf(page)).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(chosenOf(page)).toContainText("Komunikat");
  await page.keyboard.press("ArrowDown");
  await expect(chosenOf(page)).toContainText(SECTION);
  await expect(fieldOf(page)).toHaveAttribute("aria-activedescendant", "search-option-1");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/lessons\/modul-1\/sprawdzenie#gdy-bad-pokazuje-inne-narzedzie$/);
  await expect(page.getByRole("heading", { name: SECTION })).toBeInViewport();
  await expect(dialogOf(page)).toBeHidden();
});

test("forms of a word, words without their accents and words with a slip find the same", async ({ page, signIn }) => {
  await signIn("student");
  await page.goto("/key");
  await openByKey(page);
  for (const typed of ["weryfikację", "weryfikacja", "weryfikcja"]) {
    await fieldOf(page).fill(typed);
    await expect(optionsOf(page).first()).toContainText("Rozpocznij weryfikację");
    await expect(optionsOf(page).first().locator("mark").first()).toHaveText("weryfikację");
  }
  await page.keyboard.press("Escape");
  await expect(dialogOf(page)).toBeHidden();
});

test("what is said in the film leads to its second", async ({ page, signIn }) => {
  await signIn("student");
  await page.goto("/lessons/modul-1/klucz-api");
  await page.getByRole("link", { name: "Szukaj", exact: true }).click();
  await fieldOf(page).fill("zeskanuj kod telefonem");
  const said = optionsOf(page).filter({ hasText: "Film · 7:38" });
  await said.click();
  await expect(page).toHaveURL(/\/lessons\/modul-1\/obrazy-i-weryfikacja\?t=458#film$/);
});

test("a pasted message is explained first, and no address and no request has the key that was in it", async ({
  page,
  context,
  signIn,
}) => {
  await signIn("student");
  await page.goto("/");
  await openByKey(page);
  const secret = aKeyLike("sk", "proj");
  const traffic = new Traffic(context);
  await fieldOf(page).fill(`${N8N} Authorization: Bearer ${secret}`);
  await expect(optionsOf(page).nth(1)).toContainText(SECTION);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /To wygląda na komunikat/ })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("q")).toContain("[secret]");
  expect(traffic.sent).toContain("Forbidden");
  for (const piece of secret.match(/.{12}/g) ?? []) {
    expect(traffic.sent).not.toContain(piece);
    expect(page.url()).not.toContain(piece);
  }
});

test("a slash in a text is a slash, and the key can be switched off", async ({ page, signIn }) => {
  await signIn("student");
  await page.goto("/paste");
  await page.getByRole("textbox", { name: "Treść komunikatu" }).pressSequentially("a/b");
  await expect(page.getByRole("textbox", { name: "Treść komunikatu" })).toHaveValue("a/b");
  await page.goto("/account");
  await openByKey(page);
  await page.keyboard.press("Escape");
  const choice = page.getByRole("region", { name: "Klawiatura" }).getByRole("checkbox");
  await choice.press("Space");
  await expect(choice).not.toBeChecked();
  await page.getByRole("heading", { name: "Twoje konto", level: 1 }).click();
  await page.keyboard.press("/");
  await expect(dialogOf(page)).toBeHidden();
  await page.reload();
  await expect(choice).not.toBeChecked();
});

test("nothing is found: words that look alike, the message's page and a person are left", async ({ page, signIn }) => {
  await signIn("student");
  await page.goto("/search?q=wertyfikasjon");
  await expect(page.getByRole("heading", { name: "Nic tu nie pasuje" })).toBeVisible();
  const main = page.getByRole("main");
  await expect(main.getByRole("link", { name: "Poproś o pomoc" })).toBeVisible();
  await expect(main.getByRole("link", { name: "Wklej komunikat" })).toBeVisible();
  await main.getByRole("link", { name: "weryfikacja", exact: true }).click();
  await expect(main.getByRole("link", { name: /Rozpocznij weryfikację/ })).toBeVisible();
});

test("a lesson ends with its tags, and each leads to the lessons that have it", async ({ page, signIn }) => {
  await signIn("student");
  await page.goto("/lessons/modul-1/obrazy-i-weryfikacja");
  await page.getByRole("region", { name: "Tagi" }).getByRole("link", { name: "Błąd 403" }).click();
  await expect(page).toHaveURL(/\/tags\/blad-403$/);
  await page.getByRole("main").getByRole("link", { name: "Obrazy i weryfikacja organizacji" }).click();
  await expect(page).toHaveURL(/\/lessons\/modul-1\/obrazy-i-weryfikacja$/);
  await page.goto("/tags/blad-403");
  await page.getByRole("navigation", { name: "Ścieżka nawigacji" }).getByRole("link", { name: "Tagi" }).click();
  await expect(page.getByRole("link", { name: /^OpenAI/ }).first()).toContainText("lekcj");
});

test("without JavaScript the page searches as well", async ({ browserOf }) => {
  const page = await browserOf("student", { javaScriptEnabled: false });
  await page.goto("/");
  await page.getByRole("link", { name: "Szukaj", exact: true }).click();
  await expect(page.getByRole("heading", { name: "O czym jest kurs" })).toBeVisible();
  await page.getByRole("searchbox", { name: "Czego szukasz?" }).fill("kluczem");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=kluczem$/);
  await page
    .getByRole("main")
    .getByRole("link", { name: /Wygeneruj klucz API/ })
    .click();
  await expect(page).toHaveURL(/\/lessons\/modul-1\/klucz-api#wygeneruj-klucz-api$/);
});

for (const [size, colorScheme] of [
  [{ width: 390, height: 844 }, "light"],
  [{ width: 390, height: 844 }, "dark"],
  [{ width: 1280, height: 900 }, "light"],
  [{ width: 1280, height: 900 }, "dark"],
] as const)
  test(`shots ${size.width} ${colorScheme}`, async ({ page, signIn }) => {
    await signIn("student");
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    const shot = (name: string) => page.screenshot({ path: `/tmp/rzs-shots/${name}-${size.width}-${colorScheme}.png` });
    await page.goto("/");
    await openByKey(page);
    await shot("empty");
    await fieldOf(page).fill("klucz");
    await expect(optionsOf(page).first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.waitForTimeout(300);
    await shot("dialog");
    await fieldOf(page).fill("wertyfikasjon");
    await page.waitForTimeout(900);
    await shot("none");
    for (const [name, path] of Object.entries({
      page: "/search?q=blad 403",
      start: "/search",
      tags: "/tags",
      tag: "/tags/openai",
      nothing: "/search?q=wertyfikasjon",
    })) {
      await page.goto(path);
      await shot(name);
    }
    await page.goto("/lessons/modul-1/obrazy-i-weryfikacja");
    await page.getByRole("region", { name: "Tagi" }).scrollIntoViewIfNeeded();
    await shot("lesson");
  });
