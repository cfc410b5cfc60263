import { expect, openLive, type Page, test } from "./support/journey.ts";

const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);

const REFUSED = ["passed", "passed", "passed", "org_unverified"] as const;
const NOTE = "Persona nie przyjmuje zdjęcia dowodu.";

/** The groups of the list, from the top. */
const groupsOf = (desk: Page) => desk.getByRole("region").filter({ has: desk.getByRole("table") });
const rowOf = (desk: Page, name: string) => desk.getByRole("row").filter({ hasText: name });

test("who asks and who fails three times appear by themselves, who asks first", async ({
  page: desk,
  signIn,
  browserOf,
  cast,
  cohort,
  student,
}) => {
  const failing = await cast.aStudent({ cohortId: cohort.id, name: "Damian Trzykrotny" });
  const key = await cast.aSealedKey(failing.id, { situation: "unverified", storedAt: ago(40) });
  for (const minutes of [30, 20]) await cast.aTest(failing.id, key, { at: ago(minutes), outcome: REFUSED });
  await signIn("instructor");
  await openLive(desk, "/desk");
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Nikt teraz nie potrzebuje pomocy");
  const arrived = await desk.evaluate(() => performance.timeOrigin);

  const theirs = await browserOf(failing);
  await theirs.goto("/test");
  await theirs.getByRole("checkbox", { name: /Zgadzam się na koszt/ }).check();
  await theirs.getByRole("button", { name: "Sprawdź wszystko ponownie" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("1 osoba potrzebuje pomocy");
  const row = rowOf(desk, "Damian Trzykrotny");
  await expect(row.getByRole("cell", { name: "Sprawdź dostęp do obrazów" })).toBeVisible();
  await expect(row.getByRole("cell", { name: /3$/ })).toBeVisible();
  await expect(desk.getByRole("heading", { name: "1 osoba: organizacja bez weryfikacji" })).toBeVisible();

  const asking = await browserOf(student);
  await asking.goto("/help");
  await asking.getByLabel("Co się dzieje?").fill(NOTE);
  await asking.getByRole("button", { name: "Wyślij prośbę" }).click();
  await expect(asking.getByRole("heading", { level: 1 })).toHaveText("Prowadzący już wie");
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("2 osoby potrzebują pomocy");
  await expect(groupsOf(desk).nth(0)).toContainText(student.name);
  await expect(groupsOf(desk).nth(0)).toContainText("prosi o pomoc");
  await expect(groupsOf(desk).nth(1)).toContainText("Damian Trzykrotny");
  expect(await desk.evaluate(() => performance.timeOrigin), "the page was never loaded again").toBe(arrived);
});

test("a person's page tells all, and 'Załatwione' closes the request in every tab", async ({
  page: desk,
  context,
  signIn,
  cast,
  student,
}) => {
  const key = await cast.aSealedKey(student.id, { situation: "unverified", storedAt: ago(40) });
  await cast.aTick(student.id, "openai-konto", ago(50));
  await cast.aTest(student.id, key, { at: ago(30), outcome: REFUSED });
  await cast.aHelpRequest(student.id, NOTE, ago(10));
  await cast.settle(student.id);
  await signIn("instructor");
  const other = await context.newPage();
  await openLive(desk, "/desk");
  await openLive(other, "/desk");

  await desk.getByRole("link", { name: student.name }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(student.name);
  await expect(desk.getByRole("region", { name: "Prosi o pomoc" })).toContainText(NOTE);
  await expect(desk.getByRole("region", { name: "Testy" })).toContainText("Obrazy: organizacja bez weryfikacji");
  await expect(desk.getByRole("region", { name: "Historia" })).toContainText("Oznaczono: Załóż konto OpenAI");
  const step = desk.getByRole("region", { name: "Kroki" }).getByRole("listitem").filter({ hasText: "Załóż konto" });
  await expect(step).toContainText("Oznaczone przez uczestnika");
  await expect(desk.getByText(student.email)).toBeVisible();

  await expect(other.getByRole("heading", { level: 1 })).toHaveText("1 osoba potrzebuje pomocy");
  await desk.getByRole("button", { name: "Załatwione" }).click();
  await expect(desk.getByRole("region", { name: "Prosi o pomoc" })).toBeHidden();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Nikt teraz nie potrzebuje pomocy");
});

test("a passed check takes the person off the list by itself", async ({
  page: desk,
  signIn,
  browserOf,
  cast,
  student,
}) => {
  const key = await cast.aSealedKey(student.id, { situation: "good", storedAt: ago(40) });
  const outcome = ["passed", "passed", "quota_insufficient"] as const;
  for (const minutes of [30, 20, 10]) await cast.aTest(student.id, key, { at: ago(minutes), outcome });
  await cast.settle(student.id);
  await signIn("instructor");
  await openLive(desk, "/desk");
  await expect(rowOf(desk, student.name)).toBeVisible();

  const theirs = await browserOf(student);
  await theirs.goto("/test");
  await theirs.getByRole("button", { name: "Sprawdź wszystko ponownie" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Nikt teraz nie potrzebuje pomocy");
});

test("an instructor of another cohort sees nobody, and the person's address leads nowhere", async ({
  page,
  signIn,
  cast,
  student,
}) => {
  await cast.aHelpRequest(student.id, NOTE);
  await cast.settle(student.id);
  const otherCohort = await cast.aCohort({ name: "Inna grupa" });
  await signIn(await cast.anInstructor({ cohortId: otherCohort.id, name: "Obcy Prowadzący" }));
  await page.goto("/desk");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nikt teraz nie potrzebuje pomocy");

  const answer = await page.goto(`/desk/students/${student.id}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nie ma takiej strony");
  await expect(page.locator("body")).not.toContainText(student.name);
});

test("a student gets the page that says no", async ({ page, signIn, student }) => {
  await signIn("student");
  for (const path of ["/desk", `/desk/students/${student.id}`]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ta część jest dla kogoś innego");
  }
});

test("an instructor who signed in a while ago is asked to do so again before the button that removes somebody", async ({
  page,
  signIn,
  database,
  instructor,
  student,
}) => {
  const growOld = () => database.session.updateMany({ where: { userId: instructor.id }, data: { createdAt: ago(31) } });
  await signIn("instructor");
  await page.goto(`/desk/students/${student.id}`);
  await page.getByText("Usuń z grupy", { exact: true }).first().click();
  await growOld();
  await page.getByRole("button", { name: "Usuń z grupy" }).click();
  await expect(page).toHaveURL(new RegExp(`/login/again\\?to=.*${student.id}$`));
  expect(await database.enrolment.count({ where: { userId: student.id } })).toBe(1);

  await page.goto(`/desk/students/${student.id}`);
  await page.getByText("Usuń z grupy", { exact: true }).first().click();
  await expect(page.getByRole("button", { name: "Usuń z grupy" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Potwierdź, że to Ty" })).toBeVisible();
});

test("a student who is removed leaves the group after a question, and cannot sign in any more", async ({
  page,
  signIn,
  browserOf,
  student,
}) => {
  const theirs = await browserOf("student");
  await theirs.goto("/");
  await signIn("instructor");
  await page.goto(`/desk/students/${student.id}`);
  await page.getByText("Usuń z grupy", { exact: true }).first().click();
  await page.getByRole("button", { name: "Usuń z grupy" }).click();
  await expect(page.getByText("Osoba została usunięta z grupy.")).toBeVisible();
  await page.goto(`/desk/students/${student.id}`);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(student.name);
  await theirs.goto("/");
  await expect(theirs).toHaveURL(/\/login$/);
});
