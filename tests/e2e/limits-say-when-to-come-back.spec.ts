import { keyOf } from "../../scripts/simulator/keys.ts";
import { expectAccessible } from "./support/accessibility.ts";
import { addresses } from "./support/addresses.ts";
import { expect, test } from "./support/journey.ts";
import { formTokenFor } from "./support/session.ts";

test("T25: the sixth key within ten minutes is refused, with the time at which to come back", async ({
  page,
  signIn,
  student,
}) => {
  await signIn("student");
  const headers = { origin: addresses.origin, "sec-fetch-site": "same-origin" };
  const form = { credential: keyOf("good", student.id), token: await formTokenFor(page.request) };
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
  await page.getByLabel("Klucz API z OpenAI").fill(keyOf("good", student.id));
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
    page.getByRole("alert").filter({ hasText: "Za dużo wyszukiwań naraz. Spróbuj ponownie za minutę." }),
  ).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue("klucz");
});
