import { URI } from "otpauth";
import { expectAccessible } from "./support/accessibility.ts";
import { expect, type Page, type Person, test } from "./support/journey.ts";
import { codeTo } from "./support/mailbox.ts";
import { withWeb } from "./support/portal.ts";

// A web process of their own, whose mode is that of a portal for real people.
test.describe.configure({ timeout: 120_000 });
const REAL = { mode: "production", isNamed: true } as const;

async function signInByMail(page: Page, origin: string, { email }: Person, mails: number): Promise<void> {
  await page.goto(`${origin}/login`);
  await page.getByLabel("Adres e-mail").fill(email);
  await page.getByRole("button", { name: "Wyślij odnośnik" }).click();
  await page.getByLabel("Kod z listu").fill(await codeTo(email, mails));
  await page.getByRole("button", { name: "Zaloguj się kodem" }).click();
}

/** Reads the letters below the picture, as somebody does whose app cannot scan. */
async function appOn(page: Page): Promise<() => string> {
  await page.getByText("Nie da się zeskanować?").click();
  const letters = await page.getByText(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent();
  const totp = URI.parse(`otpauth://totp/Rozruch?secret=${letters?.replaceAll(" ", "")}`);
  return () => totp.generate({} as never);
}

async function setUp(page: Page): Promise<{ readonly shows: () => string; readonly codes: readonly string[] }> {
  await expect(page.getByRole("heading", { name: "Ustaw drugi krok logowania" })).toBeVisible();
  const shows = await appOn(page);
  await page.getByLabel("Kod z aplikacji").fill(shows());
  await page.getByRole("button", { name: "Włącz drugi krok" }).click();
  await expect(page.getByRole("heading", { name: "Zapisz kody zapasowe" })).toBeFocused();
  return { shows, codes: await page.getByRole("main").getByRole("listitem").allTextContents() };
}

const desk = (page: Page) => page.getByRole("heading", { name: /potrzebuje pomocy/ });

test("an instructor sets up an app, and from then on shows its digits or a recovery code", async ({
  page,
  instructor,
}) => {
  await withWeb(REAL, async (origin) => {
    await signInByMail(page, origin, instructor, 1);
    await expectAccessible(page, "pl");
    await page.getByLabel("Kod z aplikacji").fill("000000");
    await page.getByRole("button", { name: "Włącz drugi krok" }).click();
    await expect(page.getByText("Ten kod się nie zgadza")).toBeVisible();
    const { codes } = await setUp(page);
    expect(codes).toHaveLength(10);
    await expectAccessible(page, "pl");
    await page.getByRole("link", { name: "Kody są zapisane, dalej" }).click();
    await expect(desk(page)).toBeVisible();

    await page.context().clearCookies();
    await signInByMail(page, origin, instructor, 2);
    await expect(page.getByRole("heading", { name: "Jeszcze drugi krok" })).toBeVisible();
    await expectAccessible(page, "pl");
    await page.getByLabel("Kod z aplikacji").fill("000 000");
    await page.getByRole("button", { name: "Dalej" }).first().click();
    await expect(page.getByText("Ten kod się nie zgadza")).toBeVisible();
    await page.getByText("Nie masz przy sobie telefonu?").click();
    await page.getByLabel("Kod zapasowy").fill(codes[0] ?? "");
    await page.getByRole("button", { name: "Dalej" }).last().click();
    await expect(desk(page)).toBeVisible();

    await page.goto(`${origin}/account`);
    await expect(page.getByText("zostało 9 kodów zapasowych")).toBeVisible();
    await expect(page.getByRole("button", { name: "Wyłącz" }), "nobody does without").toBeHidden();
  });
});

test("half a session opens nothing but its second half, and goes on to where it was going", async ({
  page,
  database,
  instructor,
}) => {
  await withWeb(REAL, async (origin) => {
    await signInByMail(page, origin, instructor, 1);
    const { shows } = await setUp(page);
    await page.getByRole("link", { name: "Kody są zapisane, dalej" }).click();

    // An hour later, before something that could hurt.
    const userId = instructor.id;
    await database.session.updateMany({ where: { userId }, data: { createdAt: new Date(Date.now() - 3_600_000) } });
    await page.goto(`${origin}/account/data`);
    await page.getByRole("button", { name: "Wyślij" }).click();
    await page.getByLabel("Kod z listu").fill(await codeTo(instructor.email, 2));
    await page.getByRole("button", { name: "Zaloguj się kodem" }).click();
    await expect(page.getByRole("heading", { name: "Jeszcze drugi krok" })).toBeVisible();

    for (const path of [
      "/",
      "/desk",
      "/account",
      "/account/data",
      "/paste",
      "/api/account/data",
      "/login/second/set-up",
    ]) {
      const response = await page.request.get(origin + path, { maxRedirects: 0 });
      expect([path, response.headers().location]).toEqual([path, "/login/second"]);
    }
    expect((await page.request.get(`${origin}/api/live`)).status()).toBe(204);
    const before = (await page.context().cookies()).find(({ name }) => name === "rozruch-session");

    // Digits are good for one use, and those of the setting up are used.
    await database.secondFactor.updateMany({ where: { userId }, data: { lastStep: null } });
    await page.getByLabel("Kod z aplikacji").fill(shows());
    await page.getByRole("button", { name: "Dalej" }).first().click();
    await expect(page).toHaveURL(`${origin}/account/data`);
    const after = (await page.context().cookies()).find(({ name }) => name === "rozruch-session");
    expect(after?.value).not.toBe(before?.value);
  });
});

test("without a script an instructor sets up an app all the same", async ({ browserOf, instructor }) => {
  await withWeb(REAL, async (origin) => {
    const page = await browserOf(null, { javaScriptEnabled: false });
    await page.goto(`${origin}/login`);
    await page.getByLabel("Adres e-mail").fill(instructor.email);
    await page.getByRole("button", { name: "Wyślij odnośnik" }).click();
    await page.getByLabel("Kod z listu").fill(await codeTo(instructor.email));
    await page.getByRole("button", { name: "Zaloguj się kodem" }).click();
    const shows = await appOn(page);
    await page.getByLabel("Kod z aplikacji").fill(shows());
    await page.getByRole("button", { name: "Włącz drugi krok" }).click();
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(10);
    await page.getByRole("link", { name: "Kody są zapisane, dalej" }).click();
    await expect(desk(page)).toBeVisible();
  });
});
