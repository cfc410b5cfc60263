import { addresses } from "./support/addresses.ts";
import { expect, openLive, type Page, test } from "./support/journey.ts";
import { aWebOver } from "./support/own-portal.ts";

const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);
const NO_MONEY = ["passed", "passed", "quota_insufficient"] as const;
const CAUSE = "brak środków";

const rowOf = (desk: Page, name: string) => desk.getByRole("row").filter({ hasText: name });
const tick = (desk: Page, name: string) => desk.getByRole("checkbox", { name: `Wybierz: ${name}` }).check();
const groupOf = (desk: Page) => desk.getByRole("region", { name: new RegExp(CAUSE) });

type Cast = Parameters<Parameters<typeof test>[2]>[0]["cast"];

/** So many who have met the same refusal three times. */
async function manyAreStuck(cast: Cast, cohortId: string, count: number) {
  const names = Array.from({ length: count }, (_, at) => `Osoba ${String(at + 1).padStart(2, "0")}`);
  for (const name of names) {
    const { id } = await cast.aStudent({ cohortId, name });
    const key = await cast.aSealedKey(id, { situation: "no_credits", storedAt: ago(60) });
    for (const minutes of [30, 20, 10]) await cast.aTest(id, key, { at: ago(minutes), outcome: NO_MONEY });
    await cast.settle(id);
  }
  return names;
}

test("twenty people with one cause are answered in one go, and each is marked", async ({
  page,
  signIn,
  cast,
  cohort,
}) => {
  test.setTimeout(120_000);
  await manyAreStuck(cast, cohort.id, 21);
  await signIn("instructor");
  await page.goto("/desk");
  await expect(groupOf(page).getByRole("heading")).toHaveText(`21 osób: ${CAUSE}`);
  const began = Date.now();
  await groupOf(page).getByRole("link", { name: "Napisz do 21 osób" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Napisz do 21 osób");
  await expect(page.getByLabel("Temat", { exact: true })).toHaveValue(`Jak rozwiązać: ${CAUSE}`);
  await page.getByRole("button", { name: "Zobacz jak odbiorca" }).click();
  await expect(page.getByRole("region", { name: /Tak zobaczy to Osoba 01/ })).toContainText(
    "odnośnik do filmu od 5:40",
  );
  await page.getByRole("button", { name: "Wyślij do 21 osób" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Wiadomość idzie do 21 osób." })).toBeVisible();
  expect(Date.now() - began, "the portal's own share of a minute").toBeLessThan(60_000);

  await page.goto("/desk?as=list");
  for (const name of ["Osoba 01", "Osoba 21"]) {
    await expect(rowOf(page, name)).toContainText("odpisano");
    await expect(rowOf(page, name)).toContainText("Ty");
  }
  await page.getByRole("link", { name: "Wiadomości" }).click();
  await page.getByRole("link", { name: `Jak rozwiązać: ${CAUSE}` }).click();
  await expect(page.getByRole("row")).toHaveCount(22);
});

test("two instructors do not take the same person unknowingly", async ({
  page: first,
  browserOf,
  signIn,
  cast,
  cohort,
}) => {
  await manyAreStuck(cast, cohort.id, 2);
  await signIn("instructor");
  const second = await browserOf(await cast.anInstructor({ cohortId: cohort.id, name: "Druga Prowadząca" }));
  await first.goto("/desk");
  await second.goto("/desk");
  await tick(first, "Osoba 01");
  await first.getByRole("button", { name: "Biorę na siebie" }).click();
  await expect(first.getByRole("status").filter({ hasText: "Zajmujesz się 1 osobą." })).toBeVisible();
  await expect(rowOf(first, "Osoba 01")).toContainText("Ty");

  await tick(second, "Osoba 01");
  await tick(second, "Osoba 02");
  await second.getByRole("button", { name: "Biorę na siebie" }).click();
  await expect(second.getByText("1 osobą zajmuje się już ktoś inny: bez zmian.")).toBeVisible();
  await expect(rowOf(second, "Osoba 01")).toContainText("Maria Prowadząca");

  await second.getByRole("button", { name: "Cofnij" }).click();
  await expect(second.getByText("Cofnięte.")).toBeVisible();
  await expect(rowOf(second, "Osoba 02")).not.toContainText("Ty");
});

test("who was put off until later is gone from the list, can be looked up there, and comes back", async ({
  page,
  signIn,
  cast,
  cohort,
  database,
}) => {
  await manyAreStuck(cast, cohort.id, 2);
  await signIn("instructor");
  await openLive(page, "/desk");
  await tick(page, "Osoba 01");
  await page.getByText("Więcej: odłóż").click();
  await page.getByRole("combobox", { name: "Odłóż" }).selectOption("hour");
  await page.getByRole("button", { name: "Odłóż" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 osoba potrzebuje pomocy");
  await page.getByRole("link", { name: "Odłożone 1" }).click();
  await expect(rowOf(page, "Osoba 01")).toContainText("odłożone do");

  await openLive(page, "/desk");
  await expect(rowOf(page, "Osoba 01")).toHaveCount(0);
  await database.blocker.updateMany({
    where: { cohortId: cohort.id, snoozedUntil: { not: null } },
    data: { snoozedUntil: ago(1) },
  });
  await expect(rowOf(page, "Osoba 01")).toBeVisible({ timeout: 75_000 });
});

test("a release from a step has a name and a reason, counts at once, and can be taken back", async ({
  page: desk,
  browserOf,
  signIn,
  cast,
  student,
}) => {
  const key = await cast.aSealedKey(student.id, { situation: "unverified", storedAt: ago(60) });
  const outcome = ["passed", "passed", "passed", "org_unverified"] as const;
  for (const minutes of [30, 20, 10]) await cast.aTest(student.id, key, { at: ago(minutes), outcome });
  await cast.settle(student.id);
  await signIn("instructor");
  await desk.goto("/desk");
  await tick(desk, student.name);
  await desk.getByText("Więcej: odłóż").click();
  await desk.getByRole("button", { name: "Zwolnij z kroku" }).click();
  await expect(desk.getByLabel("Z którego kroku?")).toHaveValue("openai-obrazy");
  await desk.getByRole("button", { name: "Zwolnij 1 osobę" }).click();
  await expect(desk.getByText("Wpisz powód: zobaczą go zwolnione osoby.")).toBeVisible();
  await desk.getByLabel("Powód").fill("OpenAI nie daje drugiej próby.");
  await desk.getByRole("button", { name: "Zwolnij 1 osobę" }).click();
  await expect(desk.getByText("Zwolniono z kroku 1 osobę.")).toBeVisible();
  await expect(desk.getByRole("region", { name: "Wcześniejsze sprawy" })).toContainText("samo się rozwiązało");

  const theirs = await browserOf("student");
  await theirs.goto("/lessons/modul-1/obrazy-i-weryfikacja");
  const step = theirs.getByRole("region", { name: "Sprawdź dostęp do obrazów" });
  await expect(step).toContainText("Zwolniono z kroku (Maria Prowadząca)");
  await expect(step).toContainText("OpenAI nie daje drugiej próby.");

  await desk.getByRole("button", { name: "Cofnij zwolnienie" }).click();
  await expect(desk.getByRole("heading", { name: "Potrzebuje pomocy: organizacja bez weryfikacji" })).toBeVisible();
});

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

test("the list can be narrowed, searched without Polish marks, sorted and shared", async ({
  page,
  signIn,
  cast,
  cohort,
}) => {
  await manyAreStuck(cast, cohort.id, 2);
  const other = await cast.aStudent({ cohortId: cohort.id, name: "Żaneta Łoś" });
  await cast.aHelpRequest(other.id, "Nie wiem, co dalej.");
  await cast.settle(other.id);
  await signIn("instructor");
  await page.goto("/desk");
  await page.getByRole("link", { name: "Proszą o pomoc 1" }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.goto("/desk");
  await page.getByRole("searchbox", { name: "Imię, nazwisko lub e-mail" }).fill("zaneta los");
  await page.getByRole("button", { name: "Pokaż", exact: true }).click();
  await expect(page).toHaveURL(/\?q=zaneta\+los/);
  await expect(rowOf(page, "Żaneta Łoś")).toBeVisible();
  await expect(rowOf(page, "Osoba 01")).toHaveCount(0);
  await page.goto("/desk?as=list");
  await page.getByRole("link", { name: "Uczestnik" }).click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.getByRole("columnheader", { name: "Uczestnik" })).toHaveAttribute("aria-sort", "ascending");
  await page.goto("/desk?q=nikt-taki");
  await expect(page.getByText("Nikt nie pasuje do tych filtrów.")).toBeVisible();
});

test("what happens at one web process is seen at another without a reload", async ({
  page,
  signIn,
  browserOf,
  student,
}) => {
  const second = await aWebOver(addresses.database);
  try {
    await signIn("instructor");
    await openLive(page, `${second.origin}/desk`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nikt teraz nie potrzebuje pomocy");
    const theirs = await browserOf("student");
    await theirs.goto("/help");
    await theirs.getByLabel("Co się dzieje?").fill("Nie widzę przycisku.");
    await theirs.getByRole("button", { name: "Wyślij prośbę" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 osoba potrzebuje pomocy");
    await expect(rowOf(page, student.name)).toContainText("prosi o pomoc");
    await theirs.getByRole("button", { name: "To już działa, wycofaj prośbę" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nikt teraz nie potrzebuje pomocy");
  } finally {
    await second.end("SIGTERM");
  }
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
