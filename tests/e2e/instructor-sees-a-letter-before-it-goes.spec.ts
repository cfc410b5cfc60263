import { expectAccessible } from "./support/accessibility.ts";
import { expect, test } from "./support/journey.ts";
import { manyAreStuck } from "./support/stuck.ts";

test("an instructor steps through the letters as each reader would get them, and nothing of them runs or is sent", async ({
  page,
  signIn,
  cast,
  cohort,
  database,
}) => {
  test.setTimeout(120_000);
  await manyAreStuck(cast, cohort.id, 2);
  const english = await database.user.findFirstOrThrow({
    where: { name: "Osoba 02", enrolments: { some: { cohortId: cohort.id } } },
  });
  await database.user.update({ where: { id: english.id }, data: { locale: "en", messagesByMail: false } });
  await signIn("instructor");
  await page.goto("/desk/message?all=yes");
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  await page.getByLabel("Treść", { exact: true }).fill("Raz <img src='https://obcy.example/x.png'>\n\nDwa");
  await page.getByRole("button", { name: "Zobacz jak odbiorca" }).click();

  const first = page.getByRole("region", { name: "Tak zobaczy to Osoba 01" });
  const letter = page.frameLocator("iframe[title='List do: Osoba 01']");
  await expect(first.getByText("List 1 z 2: Osoba 01")).toBeVisible();
  await expect(first.getByRole("definition").nth(0)).toHaveText("Rozruch <portal@rozruch.test>");
  await expect(first.getByRole("definition").nth(2)).toHaveText("Jak rozwiązać: brak środków");
  await expect(first.getByRole("definition").nth(3)).toContainText("/unsubscribe/***");
  await expect(letter.getByText("Raz <img src='https://obcy.example/x.png'>")).toBeVisible();
  await expect(letter.getByRole("link", { name: "Zobacz w filmie od 5:40" })).toBeVisible();
  await letter.getByRole("link", { name: "Odpisz w portalu" }).click();
  await expect(letter.getByRole("heading", { name: "Jak rozwiązać: brak środków" })).toBeVisible();
  expect(page.context().pages()).toHaveLength(1);
  await first.getByText("Ten sam list jako zwykły tekst").click();
  await expect(first.getByText(/Nie chcę takich wiadomości e-mail: http.+\/unsubscribe\/\*\*\*/)).toBeVisible();

  await page.getByRole("button", { name: "Następna osoba" }).focus();
  await page.keyboard.press("Enter");
  const second = page.getByRole("region", { name: "Tak zobaczy to Osoba 02" });
  await expect(second.getByText("List 2 z 2: Osoba 02")).toBeVisible();
  await expect(second.getByText("Osoba 02 nie chce wiadomości e-mail")).toBeVisible();
  await expect(page.frameLocator("iframe").getByRole("link", { name: "Answer in the portal" })).toBeVisible();
  await expect(second.getByRole("combobox", { name: "Czyj list pokazać" })).toHaveCount(1);
  await expectAccessible(page, "pl");
  await second.getByRole("combobox", { name: "Czyj list pokazać" }).selectOption({ label: "Osoba 01" });
  await second.getByRole("button", { name: "Pokaż", exact: true }).click();
  await expect(first.getByText("List 1 z 2: Osoba 01")).toBeVisible();
  expect([...hosts]).toEqual([new URL(page.url()).host]);

  await page.getByRole("button", { name: "Wyślij do 2 osób" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Wiadomość idzie do 2 osób." })).toBeVisible();
});
