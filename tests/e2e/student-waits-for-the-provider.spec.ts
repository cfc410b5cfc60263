import { expectAccessible } from "./support/accessibility.ts";
import { expect, openLive, test, testWithImage } from "./support/journey.ts";
import { linkTo, mailTo } from "./support/mailbox.ts";

// Time runs ten times faster here: the first look comes after half a minute.
test.describe.configure({ timeout: 150_000 });

const STEP = "Sprawdź dostęp do obrazów";
const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);

test("a student who closes the page is tested again by the portal, an open page turns by itself, and a mail says so", async ({
  page,
  browserOf,
  cast,
  student,
}) => {
  await cast.aSealedKey(student.id, { situation: "verified_not_yet" });
  const asking = await browserOf("student");
  await openLive(asking, "/test");
  for (const count of [1, 2]) {
    await testWithImage(asking);
    await expect(asking.getByText(`Ostatnia doba: ${count} z 5`)).toBeVisible();
    await expect(asking.getByRole("button", { name: "Zweryfikowano przed chwilą" })).toBeVisible();
  }
  const open = await browserOf("student");
  await openLive(open, "/lessons/modul-1/obrazy-i-weryfikacja");
  await asking.getByRole("button", { name: "Zweryfikowano przed chwilą" }).click();
  const clock = asking.getByRole("status").filter({ hasText: "Następne sprawdzenie" });
  await expect(clock).toContainText(/za 0:2\d \(o \d{2}:\d{2}\), potem o \d{2}:\d{2} i \d{2}:\d{2}/);
  await expect(clock).toContainText("Możesz zamknąć stronę");
  await expectAccessible(asking, "pl");
  const before = await clock.textContent();
  await expect(clock, "the clock ticks").not.toHaveText(before ?? "");
  await asking.goto("/");
  await expect(asking.getByRole("region", { name: "Czekamy na OpenAI" })).toContainText("Następne sprawdzenie");
  await asking.close();

  const step = open.getByRole("region", { name: STEP });
  await expect(step).toContainText("Następne sprawdzenie");
  await expect(step.getByRole("status").first()).toContainText("Sprawdzone automatycznie", { timeout: 60_000 });
  const mail = await mailTo(student.email);
  expect(mail.subject).toContain("już działa");
  expect(mail.text).toContain(STEP);
  expect(linkTo(mail, "/lessons/modul-1/obrazy-i-weryfikacja")).toContain("#sprawdz-dostep-do-obrazow");
  await page.close();
});

test("a wait that has changed nothing asks whether the key is from the same organization, and then leads to a person", async ({
  browserOf,
  cast,
  database,
  student,
}) => {
  const key = await cast.aSealedKey(student.id, { situation: "unverified" });
  await database.waitingTimer.create({
    data: { userId: student.id, check: "openai.image", since: ago(32), until: ago(2) },
  });
  await cast.aTest(student.id, key, { at: ago(1), outcome: ["passed", "passed", "passed", "org_unverified"] });
  await database.checkResult.updateMany({
    where: { test: { userId: student.id }, check: "openai.image" },
    data: { organization: "org-jesien2026", project: "proj_kurs" },
  });
  // Everything here is a form, a link and something that folds out.
  const page = await browserOf("student", { javaScriptEnabled: false });
  await page.goto("/test");
  const question = page.getByRole("region", { name: "Czy klucz jest z tej samej organizacji?" });
  await expect(question).toContainText("org-jesien2026");
  await expect(question).toContainText("proj_kurs");
  await expect(question.getByRole("link", { name: "Otwórz ustawienia organizacji" })).toHaveAttribute(
    "href",
    "https://platform.openai.com/settings/organization/general",
  );
  await question.getByText("Nie, inna").click();
  await expect(question.getByRole("link", { name: "Wklej nowy klucz" })).toHaveAttribute("href", "/key");
  await question.getByRole("button", { name: "Tak, ta sama" }).click();
  await expect(page).toHaveURL(/\/help\?sent=yes/);
  await expect(page.getByText(/Organizacja klucza jest ta sama/).first()).toBeVisible();
  const desk = await browserOf("instructor");
  await desk.goto("/desk");
  await expect(desk.getByRole("row", { name: /Celina Próbna/ })).toContainText("prosi o pomoc");
});
