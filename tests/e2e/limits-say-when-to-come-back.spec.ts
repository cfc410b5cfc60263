import { expectAccessible } from "./support/accessibility.ts";
import { addresses } from "./support/addresses.ts";
import { expect, openLive, test } from "./support/journey.ts";
import { aKey } from "./support/keys.ts";
import { formTokenFor } from "./support/session.ts";

test("T25: the sixth key within ten minutes is refused, with the time at which to come back", async ({
  page,
  signIn,
}) => {
  await signIn("student");
  const headers = { origin: addresses.origin, "sec-fetch-site": "same-origin" };
  const form = { credential: aKey(), token: await formTokenFor(page.request) };
  for (let at = 0; at < 5; at++) {
    const saved = await page.request.post("/api/credential", { form, headers, maxRedirects: 0 });
    expect(saved.headers().location).toBe("/test");
  }
  const refused = await page.request.post("/api/credential", { form, headers, maxRedirects: 0 });
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(500);
  const asJson = await page.request.post("/api/credential", {
    form,
    headers: { ...headers, accept: "application/json" },
  });
  expect(await asJson.json()).toEqual({ error: "too_many", retryAfterSeconds: expect.any(Number) });

  await page.goto("/key");
  await page.getByLabel("Klucz API z OpenAI").fill(aKey());
  await page.getByRole("button", { name: "Zapisz i sprawdź" }).click();
  await expect(page.getByRole("heading", { name: "Zbyt wiele prób naraz" })).toBeVisible();
  await expect(page.getByText(/Spróbuj ponownie o \d\d:\d\d: za (9|10) minut\./)).toBeVisible();
  await expectAccessible(page, "pl");
  await page.getByRole("link", { name: "Wróć" }).click();
  await expect(page.getByRole("heading", { name: "Twój klucz API" })).toBeVisible();
});

test("searching over and over is held back for a minute, and the question stays", async ({ page, signIn }) => {
  await signIn("student");
  for (let at = 0; at < 60; at++) await page.request.get("/causes?q=klucz", { headers: { RSC: "1" } });
  await page.goto("/causes?q=klucz");
  await expect(
    page
      .getByRole("alert")
      .filter({ hasText: /Za dużo wyszukiwań naraz\. Spróbuj ponownie o \d\d:\d\d: za 1 minutę\./ }),
  ).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue("klucz");
});

const WHEN = /Spróbuj ponownie o \d\d:\d\d: za \d+ minut[ęy]?\./;

test("a sixth wish to sign in, and an eleventh for help, say when to come back and keep what was typed", async ({
  page,
  signIn,
  student,
}) => {
  await page.goto("/login");
  for (let at = 0; at < 6; at++) {
    await page.goto("/login");
    await page.getByLabel("Adres e-mail").fill(student.email);
    await page.getByRole("button", { name: "Wyślij odnośnik" }).click();
    if (at < 5) await expect(page.getByRole("heading", { name: "Sprawdź pocztę" })).toBeVisible();
  }
  await expect(page.getByRole("alert").filter({ hasText: "Zbyt wiele prób." })).toHaveText(WHEN);
  await expect(page.getByLabel("Adres e-mail")).toHaveValue(student.email);

  await signIn("student");
  for (let at = 0; at < 11; at++) {
    await openLive(page, "/help");
    if (at > 0) await page.getByText("Zmień prośbę").click();
    await page.getByLabel("Co się dzieje?").fill(`Nie działa ${at}`);
    await page
      .locator("form", { has: page.getByLabel("Co się dzieje?") })
      .getByRole("button")
      .click();
    if (at < 10) await expect(page).toHaveURL(/sent=yes/);
  }
  await expect(page.getByRole("alert").filter({ hasText: "Zbyt wiele próśb w krótkim czasie." })).toHaveText(WHEN);
  await expect(page.getByLabel("Co się dzieje?")).toHaveValue("Nie działa 10");
});

test("the time in an address is said while it is ahead, and no longer when it has come or is none", async ({
  page,
  signIn,
}) => {
  await signIn("student");
  const notice = page.getByRole("alert").filter({ hasText: "Zbyt wiele testów w krótkim czasie." });
  const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
  await page.goto(`/test?refusal=too_many&again=${inSeconds(300)}`);
  await expect(notice).toHaveText(WHEN);
  for (const again of [inSeconds(-5), inSeconds(900_000), "jutro", ""]) {
    await page.goto(`/test?refusal=too_many&again=${again}`);
    await expect(notice).toHaveText("Zbyt wiele testów w krótkim czasie.");
  }
});
