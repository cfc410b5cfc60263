import { randomBytes } from "node:crypto";
import { expect, test } from "./support/journey.ts";
import { codeTo } from "./support/mailbox.ts";

test("people join by a link until its places are taken, sign in by mail, and are told when it is full", async ({
  page,
  signIn,
  cohort,
  browserOf,
}) => {
  await signIn("instructor");
  await page.goto(`/desk/cohorts/${cohort.id}/invite`);
  await page.getByLabel("Ile osób").fill("1");
  await page.getByRole("button", { name: "Utwórz link" }).click();
  const link = await page.getByLabel("Link", { exact: true }).inputValue();

  const email = `${randomBytes(6).toString("hex")}@example.com`;
  const [first, second] = [await browserOf(null), await browserOf(null)];
  await second.goto(link);
  await first.goto(link);
  await expect(first.getByRole("heading", { level: 1 })).toHaveText("Dołącz do grupy „Grupa próbna”");
  await first.getByLabel("Imię i nazwisko").fill("Nowa Osoba");
  await first.getByLabel("Adres e-mail").fill("bez małpy");
  await first.getByRole("button", { name: "Dołącz" }).click();
  await expect(first.getByText("To nie wygląda na adres e-mail.")).toBeVisible();
  await first.getByLabel("Adres e-mail").fill(email);
  await first.getByRole("button", { name: "Dołącz" }).click();
  await first.waitForURL(/\/login\/sent/);
  await first.getByLabel(/kod/i).fill(await codeTo(email));
  await first.getByRole("button", { name: /Zaloguj/ }).click();
  await expect(first.getByRole("heading", { level: 1, name: /Zaczynamy/ })).toBeVisible();

  await second.getByLabel("Imię i nazwisko").fill("Spóźniona Osoba");
  await second.getByLabel("Adres e-mail").fill(`x${email}`);
  await second.getByRole("button", { name: "Dołącz" }).click();
  await expect(second.getByText("W tej grupie nie ma już wolnych miejsc.")).toBeVisible();
  await second.goto(link);
  await expect(second.getByRole("heading", { level: 1 })).toHaveText("Tym linkiem nie można dołączyć");

  await page.reload();
  await expect(page.getByText(/1 z 1 miejsc zajętych/)).toBeVisible();
  await page.goto(`/desk/people?cohort=${cohort.id}&q=Nowa`);
  await expect(page.getByText(email)).toBeVisible();
});
