import { expect, type Page, test } from "./support/journey.ts";
import { codeIn, linkIn, mailsTo, mailTo } from "./support/mailbox.ts";
import { SESSION_COOKIE } from "./support/session.ts";

async function askForMail(page: Page, address: string): Promise<string> {
  await page.goto("/login");
  await page.getByLabel("Adres e-mail").fill(address);
  await page.getByRole("button", { name: "Wyślij odnośnik" }).click();
  await expect(page.getByRole("heading", { name: "Sprawdź pocztę" })).toBeVisible();
  return (await page.getByRole("main").textContent())?.replaceAll(address, "ADRES") ?? "";
}

const buttonOf = (page: Page) => page.getByRole("button", { name: "Zaloguj się" });
const homeOf = (page: Page) => page.getByRole("heading", { level: 1, name: /Zaczynamy/ });

test("an address that is on no roster gets the same answer and no mail", async ({ page, browserOf, student }) => {
  const stranger = await browserOf(null);
  const unknown = `nikt-${student.email}`;
  const answered = await askForMail(stranger, unknown);
  expect(await askForMail(page, student.email)).toBe(answered);
  // The stranger asked first, so a mail to them would have come first.
  await mailTo(student.email);
  expect(await mailsTo(unknown)).toEqual([]);
});

test("strangers who type a student's address over and over do not shut the student out", async ({
  page,
  browserOf,
  student,
}) => {
  for (const place of [
    "203.0.113.1",
    "203.0.113.2",
    "203.0.113.3",
    "2001:db8:9::1",
    "2001:db8:a::1",
    "2001:db8:b::1",
  ]) {
    const stranger = await browserOf(null, { extraHTTPHeaders: { "x-forwarded-for": place } });
    await askForMail(stranger, student.email);
    await stranger.close();
  }
  await askForMail(page, student.email);
});

test("a mistyped address is told so in its field", async ({ page }) => {
  await page.goto("/login");
  await page.getByLabel("Adres e-mail").fill("celina.example.com");
  await page.getByRole("button", { name: "Wyślij odnośnik" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "To nie wygląda na adres e-mail" })).toBeVisible();
  await expect(page.getByLabel("Adres e-mail")).toHaveValue("celina.example.com");
});

test("T15: opening the link uses nothing up, its button signs in, and only once", async ({
  page,
  browserOf,
  student,
}) => {
  await askForMail(page, student.email);
  const link = linkIn(await mailTo(student.email));

  for (const method of ["HEAD", "GET", "GET"]) {
    const opened = await page.request.fetch(link.replace("#", "?"), { method });
    expect(opened.status()).toBe(200);
  }
  const scanner = await browserOf(null);
  await scanner.goto(link);
  await expect(scanner.getByText("działa tylko w przeglądarce, w której prosisz o zalogowanie")).toBeVisible();
  await expect(buttonOf(scanner)).toHaveCount(0);

  // The same browser again, as far as a server can tell: what it held before the link was used.
  const twin = await browserOf(null, { storageState: await page.context().storageState() });
  await twin.goto(link);
  await expect(buttonOf(twin)).toBeEnabled();
  await page.goto(link);
  await expect(page.getByText(`Logujesz się jako ${student.email}.`)).toBeVisible();
  await expect.poll(() => new URL(page.url()).hash, "the token does not stay in the address").toBe("");
  await buttonOf(page).click();
  await expect(homeOf(page)).toBeVisible();

  await buttonOf(twin).click();
  await expect(twin.getByRole("alert").filter({ hasText: "już nie działa. Poproś o nowy list." })).toBeVisible();
  await twin.goto("/");
  await expect(twin).toHaveURL(/\/login$/);
});

test("the code from the mail signs in, and a wrong one says so", async ({ page, student }) => {
  await askForMail(page, student.email);
  const code = codeIn(await mailTo(student.email));
  const wrong = code.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10));
  await page.getByLabel("Kod z listu").fill(wrong);
  await page.getByRole("button", { name: "Zaloguj się kodem" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Ten kod się nie zgadza." })).toBeVisible();
  await page.getByLabel("Kod z listu").fill(code);
  await page.getByRole("button", { name: "Zaloguj się kodem" }).click();
  await expect(homeOf(page)).toBeVisible();
});

test("the code signs in without JavaScript too", async ({ browserOf, student }) => {
  const page = await browserOf(null, { javaScriptEnabled: false });
  await askForMail(page, student.email);
  await page.getByLabel("Kod z listu").fill(codeIn(await mailTo(student.email)));
  await page.getByRole("button", { name: "Zaloguj się kodem" }).click();
  await expect(homeOf(page)).toBeVisible();
});

test("another browser can use neither the link nor the code", async ({ page, browserOf, student }) => {
  await askForMail(page, student.email);
  const mail = await mailTo(student.email);
  const other = await browserOf(null);
  await other.goto(linkIn(mail));
  await expect(other.getByText("Otwórz ją i wpisz kod z listu")).toBeVisible();

  await askForMail(other, `nikt-${student.email}`);
  await other.getByLabel("Kod z listu").fill(codeIn(mail));
  await other.getByRole("button", { name: "Zaloguj się kodem" }).click();
  await expect(other.getByRole("alert").filter({ hasText: "Ten kod się nie zgadza." })).toBeVisible();
});

test("after signing out every page is closed, with the old cookie too", async ({ page, signIn, browserOf }) => {
  await signIn("student");
  await page.goto("/");
  const before = await page.context().storageState();
  await page.locator("summary", { hasText: "Twoje konto" }).click();
  await page.getByRole("button", { name: "Wyloguj się" }).click();
  await expect(page).toHaveURL(/\/login$/);
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain(SESSION_COOKIE);

  const old = await browserOf(null, { storageState: before });
  for (const visitor of [page, old]) {
    for (const path of ["/", "/key", "/lessons/modul-1/konto-openai"]) {
      await visitor.goto(path);
      await expect(visitor).toHaveURL(/\/login$/);
    }
  }
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Zaloguj się" })).toBeVisible();
});
