import { expect, openLive, test } from "./support/journey.ts";
import { withWeb } from "./support/portal.ts";
import { manyAreStuck, rowOf, tick } from "./support/stuck.ts";

test("a conversation goes to and fro without a reload on either side, and can be opened again", async ({
  page: desk,
  browserOf,
  signIn,
  student,
}) => {
  const theirs = await browserOf("student");
  await theirs.goto("/help");
  await theirs.getByLabel("Co się dzieje?").fill("Nie widzę przycisku.");
  await theirs.getByRole("button", { name: "Wyślij prośbę" }).click();
  await openLive(theirs, "/help");
  await signIn("instructor");
  await openLive(desk, `/desk/students/${student.id}`);
  await expect(desk.getByRole("region", { name: "Prosi o pomoc" })).toContainText("Przeglądarka:");
  await desk.getByLabel("Odpowiedź").fill("Jest na górze strony.");
  await desk.getByRole("button", { name: "Odpowiedz" }).click();
  await expect(desk.getByRole("region", { name: /^Potrzebuje pomocy: prośba/ })).toContainText("Zajmujesz się tym Ty");
  await expect(theirs.getByRole("region", { name: "Rozmowa z prowadzącym" })).toContainText("Jest na górze strony.");

  await theirs.getByLabel("Dopisz wiadomość").fill("Widzę, dziękuję.");
  await theirs.getByRole("button", { name: "Wyślij", exact: true }).click();
  await expect(desk.getByRole("region", { name: "Prosi o pomoc" })).toContainText("Widzę, dziękuję.");
  await desk.getByRole("button", { name: "Zamknij prośbę" }).click();
  await expect(desk.getByRole("region", { name: "Ostatnia prośba o pomoc" })).toContainText("Zamknięte:");
  await expect(theirs.getByText("Zamknięte:")).toBeVisible();
  await theirs.getByRole("button", { name: "Otwórz ponownie" }).click();
  await expect(desk.getByRole("region", { name: "Prosi o pomoc" })).toBeVisible();
});

test("nothing moves under the pointer: what is new is said, and shown when it is asked for", async ({
  page,
  signIn,
  cast,
  cohort,
  browserOf,
  student,
}) => {
  await manyAreStuck(cast, cohort.id, 2);
  await signIn("instructor");
  await openLive(page, "/desk");
  await tick(page, "Osoba 02");
  const theirs = await browserOf(student);
  await theirs.goto("/help");
  await theirs.getByLabel("Co się dzieje?").fill("Nie widzę przycisku.");
  await theirs.getByRole("button", { name: "Wyślij prośbę" }).click();
  await expect(page.getByText("Lista się zmieniła.")).toBeVisible();
  await expect(rowOf(page, student.name)).toHaveCount(0);
  await page.getByRole("button", { name: "Pokaż" }).last().click();
  await expect(rowOf(page, student.name)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Wybierz: Osoba 02" })).toBeChecked();
});

test("what happens at one web process is seen at another without a reload", async ({
  page,
  signIn,
  browserOf,
  student,
}) => {
  await withWeb({}, async (origin) => {
    await signIn("instructor");
    await openLive(page, `${origin}/desk`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nikt teraz nie potrzebuje pomocy");
    const theirs = await browserOf("student");
    await theirs.goto("/help");
    await theirs.getByLabel("Co się dzieje?").fill("Nie widzę przycisku.");
    await theirs.getByRole("button", { name: "Wyślij prośbę" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 osoba potrzebuje pomocy");
    await expect(rowOf(page, student.name)).toContainText("prosi o pomoc");
    await theirs.getByRole("button", { name: "To już działa, wycofaj prośbę" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nikt teraz nie potrzebuje pomocy");
  });
});

test("an instructor sees what the student sees, can change nothing there, and that they looked is written down", async ({
  page,
  signIn,
  cast,
  student,
  instructor,
  database,
}) => {
  await cast.aTick(student.id, "openai-konto");
  await signIn("instructor");
  await page.goto(`/desk/students/${student.id}`);
  await page.getByRole("link", { name: "Zobacz jak uczestnik" }).click();
  await expect(page.getByRole("status").filter({ hasText: `Tak widzi to ${student.name}` })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zostało Ci 9 kroków");
  await page.getByRole("link", { name: "Konto OpenAI", exact: true }).first().click();
  const step = page.getByRole("region", { name: "Załóż konto OpenAI" });
  await expect(step).toContainText("Oznaczone przez Ciebie");
  await expect(step.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: `Tak widzi to ${student.name}` })).toBeVisible();
  const looks = { kind: "person.looked_at", actorId: instructor.id, subjectId: student.id };
  expect(await database.auditEvent.count({ where: looks })).toBeGreaterThan(0);
  await page.getByRole("link", { name: "Zakończ" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(student.name);
});
