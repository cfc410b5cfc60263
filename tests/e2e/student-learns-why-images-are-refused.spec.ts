import { expect, openLive, type Page, test, testWithImage } from "./support/journey.ts";

const REFUSAL = "Obrazy: organizacja nie jest zweryfikowana";
const IMAGES = "Obrazy i weryfikacja organizacji";

const cardOf = (page: Page, name: string | RegExp) =>
  page.getByRole("list", { name: "Sprawdzenia" }).getByRole("listitem", { name });

test("a student whose organization is not verified is told why, what to do, and where the film shows it", async ({
  page,
  signIn,
  cast,
  student,
}) => {
  await cast.aSealedKey(student.id, { situation: "unverified" });
  await signIn("student");
  await openLive(page, "/test");
  await testWithImage(page);

  const card = cardOf(page, REFUSAL);
  await expect(card).toContainText("Klucz jest w porządku, a w teście portalu także środki");
  await expect(card).toContainText("Odmowa nic nie kosztuje");
  await expect(card.getByRole("heading", { name: "Co zrobić" })).toBeVisible();
  await expect(card.getByText("Verify Organization")).toBeVisible();
  await expect(card).toContainText("Możesz pominąć ten krok");
  await expect(card).not.toContainText("must be verified");

  await card.getByRole("link", { name: /7:05/ }).click();
  await expect(page).toHaveURL(/\/lessons\/modul-1\/obrazy-i-weryfikacja\?t=425/);
  const film = page.getByRole("region", { name: "Od konta do pierwszego obrazu" });
  await expect(film).toContainText("7:05 · Weryfikacja organizacji");
  await expect.poll(() => secondOf(page), { message: "the film stands at 7:05" }).toBe(425);
});

test("the link from the failed check plays on without JavaScript too", async ({ browserOf, cast, student }) => {
  const key = await cast.aSealedKey(student.id, { situation: "unverified" });
  await cast.aTest(student.id, key, { outcome: ["passed", "passed", "passed", "org_unverified"] });
  const page = await browserOf("student", { javaScriptEnabled: false });
  await page.goto("/test");
  await cardOf(page, REFUSAL).getByRole("link", { name: /7:05/ }).click();
  await expect.poll(() => secondOf(page), { message: "the film stands at 7:05" }).toBe(425);
});

test("'just verified' turns the refusal into waiting with a clock", async ({ page, signIn, cast, student }) => {
  const key = await cast.aSealedKey(student.id, { situation: "unverified" });
  await cast.aTest(student.id, key, { outcome: ["passed", "passed", "passed", "org_unverified"] });
  await signIn("student");
  await page.goto("/test");
  await cardOf(page, REFUSAL).getByRole("button", { name: "Zweryfikowano przed chwilą" }).click();

  const waiting = cardOf(page, /czekamy na OpenAI/);
  await expect(waiting).toContainText(/Następne sprawdzenie za \d:\d{2} \(o \d{2}:\d{2}\), potem o/);
  await expect(waiting).toContainText("po 5, 15 i 30 minutach");
  await expect(waiting.getByRole("button", { name: "Zweryfikowano przed chwilą" })).toHaveCount(0);
  await page.goto("/");
  await expect(page.getByRole("listitem").filter({ hasText: IMAGES })).toContainText("Czekamy na OpenAI");
});

test("a verification that the provider lets through at the third try ends the clock", async ({
  page,
  signIn,
  cast,
  student,
}) => {
  await cast.aSealedKey(student.id, { situation: "verified_not_yet" });
  await signIn("student");
  await openLive(page, "/test");
  await testWithImage(page);
  await cardOf(page, REFUSAL).getByRole("button", { name: "Zweryfikowano przed chwilą" }).click();
  await expect(cardOf(page, /czekamy na OpenAI/)).toBeVisible();

  await testWithImage(page);
  await expect(page.getByText("Ostatnia doba: 2 z 5")).toBeVisible();
  await expect(cardOf(page, /czekamy na OpenAI/)).toContainText(/Następne sprawdzenie/);

  await testWithImage(page);
  await expect(page.getByRole("img", { name: "Obraz utworzony przez model na Twoim koncie" })).toBeVisible();
  await expect(page.getByText(/Następne sprawdzenie/)).toBeHidden();
  await page.goto("/lessons/modul-1/obrazy-i-weryfikacja");
  const step = page.getByRole("region", { name: "Sprawdź dostęp do obrazów" });
  await expect(step.getByRole("status")).toContainText("Sprawdzone automatycznie");
  await page.goto("/");
  await expect(page.getByText("Czekamy na OpenAI")).toBeHidden();
});

/** Where the film of the page stands, in whole seconds; the film is the one thing here without a role. */
const secondOf = (page: Page): Promise<number> =>
  page.locator("video").evaluate((film: HTMLVideoElement) => Math.floor(film.currentTime));
