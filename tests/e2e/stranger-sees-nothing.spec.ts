import { addresses } from "./support/addresses.ts";
import { expect, test } from "./support/journey.ts";

test("a stranger who asks how the portal is learns that it is up, and no more", async ({ request }) => {
  const health = await (await request.get("/api/health")).json();
  expect(health).toEqual({ status: "up", web: "up", database: "up", worker: "up" });
});

test("the sign-in page offers no account and no key outside the demo", async ({ page, signIn }) => {
  await page.goto("/login");
  await expect(page.getByRole("button")).toHaveText(["Wyślij odnośnik"]);
  await expect(page.getByText("Wersja pokazowa")).toBeHidden();
  await signIn("student");
  await page.goto("/key");
  await expect(page.getByRole("heading", { name: "Wklej klucz" })).toBeVisible();
  await expect(page.getByText("Klucze do wypróbowania")).toBeHidden();
});

test("the picture optimiser hands no media to a stranger", async ({ request }) => {
  const address = `/_next/image?url=${encodeURIComponent("/media/modul-1/modul-1.jpg")}&w=640&q=75`;
  const response = await request.get(address, { maxRedirects: 0 });
  expect(response.status()).toBeGreaterThanOrEqual(300);
});

test("a form that a stranger copied from a student's page changes nothing", async ({ page, request, signIn }) => {
  await signIn("student");
  await page.goto("/lessons/modul-1/konto-openai");
  const action = /name="(\$ACTION_ID_[0-9a-f]+)"/.exec(await (await page.request.get(page.url())).text())?.[1] ?? "";
  expect(action).not.toBe("");
  const response = await request.post("/lessons/modul-1/konto-openai", {
    multipart: { [action]: "", step: "openai-konto", done: "yes" },
    headers: { origin: addresses.origin },
    maxRedirects: 0,
  });
  expect(response.headers().location ?? "").toMatch(/\/login$/);
  await page.goto("/");
  await expect(page.getByText("0 z 10")).toBeVisible();
});
