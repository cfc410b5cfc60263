import { aPng } from "../support/pictures.ts";
import { expectAccessible } from "./support/accessibility.ts";
import { expect, openLive, type Page, test } from "./support/journey.ts";
import { drawing, PLACE, photograph, postReport } from "./support/screens.ts";

const LESSON = "/lessons/modul-1/klucz-api";
const SECTION = "Wygeneruj klucz API";
const WORDS = "Klucze są teraz pod zębatką.";
const sectionOf = (page: Page) => page.getByRole("region", { name: SECTION });
const questionOf = (page: Page) => sectionOf(page).getByText("Ekran wygląda inaczej?");
const fieldOf = (page: Page) => sectionOf(page).getByLabel("Co jest inne?");
const pictureOf = (page: Page) => sectionOf(page).getByLabel("Zrzut ekranu, jeśli chcesz");
const sendOf = (page: Page) => sectionOf(page).getByRole("button", { name: "Wyślij zgłoszenie" });
const ownOf = (page: Page) => sectionOf(page).getByRole("list", { name: "Twoje zgłoszenia" }).getByRole("listitem");

test("a student shows that a screen has changed, and an instructor sees it, deals with it and takes that back", async ({
  page,
  signIn,
  browserOf,
}) => {
  const desk = await browserOf("instructor");
  await openLive(desk, "/desk/screens");
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Nie ma zgłoszeń zmienionych ekranów");
  await signIn("student");
  await openLive(page, LESSON);
  await expect(page.getByText(/^Sprawdzone z prawdziwymi ekranami 20 listopada 2026 \(\d+ dni? temu\)$/)).toBeVisible();
  await questionOf(page).click();
  await expect(sectionOf(page).getByText(/nie może być widać klucza, numeru karty ani dokumentu/)).toBeVisible();
  await fieldOf(page).fill(WORDS);
  await pictureOf(page).setInputFiles(photograph());
  await expect(sectionOf(page).getByText("Tak zobaczą to prowadzący:")).toBeVisible();
  await sectionOf(page).getByRole("button", { name: "Usuń obraz" }).click();
  await expect(sectionOf(page).getByText("Tak zobaczą to prowadzący:")).toBeHidden();
  await pictureOf(page).setInputFiles(photograph());
  await expect(sectionOf(page).getByText("Tak zobaczą to prowadzący:")).toBeVisible();
  await sendOf(page).click();
  await expect(sectionOf(page).getByText(/Dziękujemy, zgłoszenie jest już u prowadzących/)).toBeVisible();
  await expect(ownOf(page)).toHaveText([/^Zgłoszono dziś, \d\d:\d\d/]);

  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("1 zgłoszenie zmienionego ekranu");
  const group = desk.getByRole("region", { name: `1 osoba: ${SECTION}` });
  await expect(group.getByRole("listitem")).toContainText(WORDS);
  await expect(group.getByRole("link", { name: "Otwórz tę część lekcji: Klucz API" })).toHaveAttribute(
    "href",
    `${LESSON}#${PLACE.anchor}`,
  );
  await expect(group.getByRole("img", { name: /Celina Próbna/ })).toHaveJSProperty("complete", true);
  expect(await group.getByRole("img").evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1280);

  await group.getByRole("button", { name: /^Obsłużone ?: Celina Próbna/ }).click();
  await expect(desk.getByRole("status").filter({ hasText: "Obsłużone: 1 zgłoszenie." })).toBeVisible();
  await expect(ownOf(page)).toContainText("obsłużone");
  await desk.getByRole("button", { name: "Cofnij", exact: true }).click();
  await expect(group.getByRole("listitem")).toContainText(WORDS);
  await group.getByRole("button", { name: /^Obsłużone ?: Celina Próbna/ }).click();
  await desk.getByRole("link", { name: /^Obsłużone 1$/ }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Obsłużone zgłoszenia");
  await expect(group.getByRole("button", { name: /^Otwórz ponownie ?: Celina Próbna/ })).toBeVisible();
});

test("several people's reports of one section stand together, and are dealt with together", async ({
  page,
  signIn,
  cast,
  cohort,
  student,
}) => {
  const friend = await cast.aStudent({ cohortId: cohort.id, name: "Ktoś Inny" });
  for (const { id } of [student, friend]) await cast.aScreenReport(id, { text: WORDS });
  await cast.aScreenReport(student.id, { text: "Co innego", anchor: "zapisz-klucz-w-rozruchu" });
  await signIn("instructor");
  await page.goto(`/desk/students/${student.id}`);
  await page.getByRole("link", { name: "2 zgłoszenia zmienionych ekranów czekają" }).click();
  const group = page.getByRole("region", { name: `2 osoby: ${SECTION}` });
  await group.getByRole("button", { name: "Obsłużone: wszystkie 2" }).click();
  await expect(page.getByText("Obsłużone: 2 zgłoszenia.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 zgłoszenie zmienionego ekranu");
  await page.getByRole("button", { name: "Cofnij", exact: true }).click();
  await expect(group.getByRole("listitem")).toHaveCount(2);
});

test("nothing that was typed is lost when something is refused", async ({ page, context, signIn }) => {
  await signIn("student");
  await page.goto(LESSON);
  await questionOf(page).click();
  await sendOf(page).click();
  await expect(sectionOf(page).getByRole("alert")).toHaveText("Napisz, co jest inne, albo wybierz obraz.");
  await fieldOf(page).fill(WORDS);
  await pictureOf(page).setInputFiles(drawing);
  await expect(sectionOf(page).getByText("Tego obrazu nie da się odczytać.")).toBeVisible();
  for (let time = 0; time < 10; time += 1) await postReport(page, { text: `${time}` });
  await sendOf(page).click();
  await expect(sectionOf(page).getByRole("alert")).toHaveText(
    /^To dużo zgłoszeń jak na jeden dzień\. Spróbuj ponownie jutro o \d\d:\d\d\.$/,
  );
  await expectAccessible(page, "pl");
  await context.clearCookies({ name: "rozruch-session" });
  await sendOf(page).click();
  await expect(sectionOf(page).getByRole("alert")).toContainText("zaloguj się w nowej karcie");
  await expect(fieldOf(page)).toHaveValue(WORDS);
});

test("a report is sent and taken back without JavaScript, and what is refused comes back to its field", async ({
  browserOf,
}) => {
  const page = await browserOf("student", { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await page.goto(LESSON);
  await questionOf(page).click();
  await fieldOf(page).fill(`${WORDS}\nŻółty przycisk.`);
  await pictureOf(page).setInputFiles(drawing);
  await sendOf(page).click();
  await expect(sectionOf(page).getByRole("alert")).toContainText("To nie jest obraz PNG, JPEG ani WebP.");
  await expect(fieldOf(page)).toHaveValue(`${WORDS}\nŻółty przycisk.`);
  await pictureOf(page).setInputFiles(photograph(Buffer.alloc(5 * 1024 * 1024)));
  await sendOf(page).click();
  await expect(sectionOf(page).getByRole("alert")).toContainText("Ten obraz ma więcej niż 3 MB.");
  await expect(fieldOf(page)).toHaveValue(`${WORDS}\nŻółty przycisk.`);
  await pictureOf(page).setInputFiles(photograph());
  await sendOf(page).click();
  await expect(sectionOf(page).getByText(/Dziękujemy, zgłoszenie jest już u prowadzących/)).toBeVisible();
  await expect(fieldOf(page)).toHaveValue("");
  await sectionOf(page).getByRole("button", { name: "Cofnij zgłoszenie" }).click();
  await expect(ownOf(page)).toHaveCount(0);
});

test("on a phone everything of it is accessible, in light and dark", async ({ page, signIn, cast, student }) => {
  await cast.aScreenReport(student.id, { text: WORDS, picture: aPng({ width: 1200, height: 750 }) });
  await signIn("student");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(LESSON);
  await questionOf(page).press("Enter");
  await pictureOf(page).setInputFiles(photograph());
  await expect(sectionOf(page).getByText("Tak zobaczą to prowadzący:")).toBeVisible();
  await expectAccessible(page, "pl");
  await signIn("instructor");
  await page.goto("/desk/screens");
  await expectAccessible(page, "pl");
  await page.getByRole("button", { name: /^Obsłużone ?: Celina Próbna/ }).click();
  await expect(page.getByText("Obsłużone: 1 zgłoszenie.")).toBeVisible();
  await expectAccessible(page, "pl");
});
