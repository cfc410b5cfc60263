import { expect, openLive, type Page, test } from "./support/journey.ts";

const LESSON = "/lessons/modul-1/konto-openai";
const STEP = "Załóż konto OpenAI";

/** The step's own part of the lesson. */
const stepOf = (page: Page, title = STEP) => page.getByRole("region", { name: title });
const tickOf = (page: Page, title = STEP) => stepOf(page, title).getByRole("button", { name: /^Oznacz jako zrobione/ });
const undoOf = (page: Page, title = STEP) => stepOf(page, title).getByRole("button", { name: /^Cofnij/ });
/** What the person's page tells of ticks. */
const ticksIn = (desk: Page) =>
  desk.getByRole("region", { name: "Historia" }).getByRole("listitem").filter({ hasText: "Oznaczono" });
/** The same step in the list of the lesson's steps. */
const lineOf = (page: Page, title: string) =>
  page.getByRole("region", { name: "Kroki" }).getByRole("listitem").filter({ hasText: title });

test("the home page leads to the next step, and a tick moves it on", async ({ page, signIn }) => {
  await signIn("student");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zaczynamy. Przed Tobą 10 kroków");
  await expect(page.getByText("0 z 10")).toBeVisible();
  await expect(page.getByRole("region", { name: STEP })).toContainText("Następny krok");

  await page.getByRole("link", { name: "Zacznij" }).click();
  await expect(page).toHaveURL(/\/lessons\/modul-1\/konto-openai/);
  await tickOf(page).click();
  await expect(stepOf(page).getByRole("status")).toContainText("Oznaczone przez Ciebie");
  await expect(lineOf(page, STEP)).toContainText("Oznaczone przez Ciebie");

  await page.getByRole("navigation", { name: "Główna" }).getByRole("link", { name: "Moduł 1" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zostało Ci 9 kroków");
  await expect(page.getByText("1 z 10")).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "Postęp" })).toHaveJSProperty("value", 1);
  await expect(page.getByRole("region", { name: "Zaloguj się do platformy" })).toContainText("Następny krok");
});

test("a tick is taken back, and the home page counts again from nothing", async ({ page, signIn, cast, student }) => {
  await cast.aTick(student.id, "openai-konto");
  await signIn("student");
  await page.goto(LESSON);
  await undoOf(page).click();
  await expect(tickOf(page)).toBeVisible();
  await expect(stepOf(page)).not.toContainText("Oznaczone przez Ciebie");
  await page.goto("/");
  await expect(page.getByText("0 z 10")).toBeVisible();
});

test("a double click is one tick", async ({ page, signIn, browserOf, student }) => {
  await signIn("student");
  await openLive(page, LESSON);
  await tickOf(page).dblclick();
  await expect(undoOf(page)).toBeVisible();

  const desk = await browserOf("instructor");
  await desk.goto(`/desk/students/${student.id}`);
  await expect(ticksIn(desk)).toHaveText([/^Oznaczono: Załóż konto OpenAI/]);
});

test("two tabs agree without a reload", async ({ page, context, signIn }) => {
  await signIn("student");
  const other = await context.newPage();
  await openLive(page, LESSON);
  await openLive(other, LESSON);
  await tickOf(page).click();
  await expect(undoOf(other)).toBeVisible();
  await undoOf(other).click();
  await expect(tickOf(page)).toBeVisible();
});

test("a tab that has missed the tick may tick again: it stays one", async ({
  page,
  context,
  signIn,
  browserOf,
  student,
}) => {
  await context.route("**/api/live", (route) => route.abort());
  await signIn("student");
  const other = await context.newPage();
  await page.goto(LESSON);
  await other.goto(LESSON);
  await tickOf(page).click();
  await expect(undoOf(page)).toBeVisible();
  await tickOf(other).click();
  await expect(undoOf(other)).toBeVisible();

  const desk = await browserOf("instructor");
  await desk.goto(`/desk/students/${student.id}`);
  await expect(ticksIn(desk)).toHaveCount(1);
});

test("ticking and undoing work without JavaScript", async ({ browserOf }) => {
  const page = await browserOf("student", { javaScriptEnabled: false });
  await page.goto(LESSON);
  await tickOf(page).click();
  await expect(stepOf(page).getByRole("status")).toContainText("Oznaczone przez Ciebie");
  await undoOf(page).click();
  await expect(tickOf(page)).toBeVisible();
});

test("a proven step and a ticked one differ in word and in shape", async ({ page, signIn, cast, student }) => {
  await cast.aProof(student.id, "openai-klucz");
  await cast.aTick(student.id, "klucz-w-portalu");
  await signIn("student");
  await page.goto("/lessons/modul-1/klucz-api");

  const proven = lineOf(page, "Wygeneruj klucz API");
  const ticked = lineOf(page, "Zapisz klucz w Rozruchu");
  await expect(proven).toContainText("Sprawdzone automatycznie");
  await expect(ticked).toContainText("Oznaczone przez Ciebie");
  expect(await proven.locator("svg").innerHTML()).not.toBe(await ticked.locator("svg").innerHTML());

  await expect(stepOf(page, "Wygeneruj klucz API").getByRole("status")).toContainText("Sprawdzone automatycznie");
  await expect(stepOf(page, "Wygeneruj klucz API").getByRole("button")).toHaveCount(0);
  await expect(undoOf(page, "Zapisz klucz w Rozruchu")).toBeVisible();
});
