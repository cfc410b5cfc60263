import { expect, openLive, test } from "./support/journey.ts";
import { aGoogleKey, aKey } from "./support/keys.ts";

const FIELD = "Klucz API z Google AI Studio";

test("a Gemini key is stored beside the other, tested by its own checks, and proves the steps of its lesson", async ({
  page,
  signIn,
}) => {
  await signIn("student");
  await page.goto("/lessons/modul-1/klucz-google");
  await expect(page.getByRole("heading", { level: 1, name: /Gemini/ })).toBeVisible();

  await page.goto("/key");
  await page.getByLabel("Klucz API z OpenAI").fill(aGoogleKey());
  await expect(page.getByText("To klucz Google Gemini. Wklej go w pole")).toBeVisible();
  await page.getByLabel("Klucz API z OpenAI").fill("");

  await page.getByLabel(FIELD).fill(aGoogleKey("quota"));
  await page.getByRole("button", { name: "Zapisz klucz Gemini" }).click();
  const gemini = page.getByRole("region", { name: "Google Gemini" });
  await expect(gemini.getByRole("heading", { name: "Limit Gemini jest wyczerpany" })).toBeVisible();

  await page.goto("/key");
  await page.getByLabel(FIELD).fill(aGoogleKey());
  await page.getByRole("button", { name: "Zapisz klucz Gemini" }).click();
  await expect(gemini.getByRole("heading", { name: "Gemini odpowiada" })).toBeVisible();
  await page.goto("/lessons/modul-1/klucz-google");
  await expect(page.getByText("Sprawdzone automatycznie").first()).toBeVisible();

  await page.goto("/key");
  await page.getByText("Usuń klucz Gemini").click();
  await page.getByRole("button", { name: "Usuń na zawsze" }).click();
  await expect(page.getByText("Klucz Gemini został usunięty z portalu.")).toBeVisible();
});

test("one check is repeated alone, and a test that hangs is stopped from any page", async ({
  page,
  signIn,
  cast,
  student,
}) => {
  await cast.aSealedKey(student.id);
  await signIn("student");
  await openLive(page, "/test");
  await page.getByRole("button", { name: "Sprawdź dostęp" }).click();
  await expect(page.getByRole("heading", { name: "Na koncie są środki" })).toBeVisible();
  const credits = page.getByRole("listitem").filter({ hasText: "Na koncie są środki" });
  await credits.getByText("Szczegóły").click();
  await expect(credits.getByText("Na koncie są środki i wolno używać modelu.")).toBeVisible();
  await credits.getByRole("button", { name: "Sprawdź ponownie: Czy na koncie są środki" }).click();
  await expect(page.getByText("Wcześniejsze testy")).toBeVisible();
  await expect(page.getByRole("heading", { name: "OpenAI zna ten klucz" })).toBeVisible();

  await page.goto("/key");
  await page.getByLabel("Klucz API z OpenAI").fill(aKey("hangs"));
  await page.getByRole("button", { name: "Zapisz i sprawdź" }).click();
  await page.goto("/");
  await page.getByRole("link", { name: /Trwa test dostępu/ }).click();
  await page.getByRole("button", { name: "Przerwij" }).click();
  await expect(page.getByText("Test przerwano.")).toBeVisible();
  await expect(page.getByRole("link", { name: /Trwa test dostępu/ })).toHaveCount(0);
});
