import { dayAfter } from "#domain/credential/expiry";
import { expect, type Page, test } from "./support/journey.ts";
import { aKey } from "./support/keys.ts";

const cardOf = (page: Page, name: string) => page.getByRole("region", { name });

async function storeKey(page: Page, key: string): Promise<void> {
  await page.goto("/key");
  await page.getByLabel("Klucz API z OpenAI").fill(key);
  await page.getByRole("button", { name: "Zapisz i sprawdź" }).click();
  await expect(page).toHaveURL(/\/test$/);
}

test("a student sees what the key was used for, by which checks and with what outcome", async ({ page, signIn }) => {
  await signIn("student");
  await storeKey(page, aKey("wrong"));
  await expect(page.getByRole("heading", { name: "Co zrobić" })).toBeVisible();
  await page.goto("/key");
  const uses = cardOf(page, "Kto i kiedy go użył")
    .getByRole("listitem")
    .filter({ has: page.getByRole("time") });
  await expect(uses.last()).toContainText("Zapisano klucz");
  await expect(uses.first()).toContainText("Test po zapisaniu klucza");
  await expect(uses.first()).toContainText("Klucz dobrze skopiowany");
  await expect(uses.first()).toContainText("Klucz: nieznany klucz");
  await expect(cardOf(page, "Kto i kiedy go użył")).toContainText("Nikt z prowadzących nie może go zobaczyć ani użyć.");
});

test("a student sets a day after which the key goes by itself, and takes it back", async ({ page, signIn }) => {
  await signIn("student");
  await storeKey(page, aKey());
  await page.goto("/key");
  const card = cardOf(page, "Kiedy klucz zniknie sam");
  await expect(card.getByRole("status")).toContainText("Portal trzyma klucz, dopóki go nie usuniesz.");

  await card.getByRole("button", { name: "Za 7 dni" }).click();
  const [year, month, date] = dayAfter(new Date(), 7).split("-");
  await expect(card.getByRole("status")).toHaveText(
    `Portal usunie klucz po dniu ${date}.${month}.${year}, tak jak chcesz.`,
  );

  await card.getByLabel("W wybranym dniu").fill(dayAfter(new Date(), 100));
  await card.getByRole("button", { name: "Ustaw dzień" }).click();
  await expect(card.getByRole("status")).not.toContainText(`${date}.${month}`);
  await card.getByRole("button", { name: "Nie usuwaj w tym dniu" }).click();
  await expect(card.getByRole("status")).toContainText("Portal trzyma klucz, dopóki go nie usuniesz.");
});

test("a key whose course is over says why it is gone", async ({ page, signIn, database, cast, student }) => {
  const { id } = await cast.aSealedKey(student.id);
  await database.apiCredential.update({ where: { id }, data: { deletedAt: new Date(), fingerprint: null } });
  const facts = { because: "course_over", provider: "openai" };
  await database.auditEvent.create({ data: { kind: "credential.expired", subjectId: student.id, facts } });
  await signIn("student");
  await page.goto("/key");
  await expect(page.getByText("Kurs skończył się ponad 30 dni temu")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Wklej klucz" })).toBeVisible();
  await expect(cardOf(page, "Kto i kiedy go użył")).toContainText("Klucz usunął się sam: 30 dni po końcu kursu");
});
