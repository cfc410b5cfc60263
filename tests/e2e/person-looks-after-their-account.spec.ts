import { expect, type Page, test } from "./support/journey.ts";
import { aKey } from "./support/keys.ts";
import { codeIn, mailTo } from "./support/mailbox.ts";
import { formTokenFor } from "./support/session.ts";

const sessionsOf = (page: Page) => page.getByRole("region", { name: "Gdzie masz otwarty portal" });

test("a person sees where they are signed in, and signs the other places out", async ({ page, browserOf, signIn }) => {
  await signIn("student");
  const other = await browserOf("student");
  await other.goto("/");
  await page.goto("/");
  await page.locator("summary").filter({ hasText: "Twoje konto" }).click();
  await page.getByRole("link", { name: "Twoje konto" }).click();
  await expect(sessionsOf(page).getByRole("listitem")).toHaveCount(2);
  await expect(sessionsOf(page).getByRole("listitem").first()).toContainText("to urządzenie");

  await sessionsOf(page).getByRole("button", { name: "Wyloguj wszędzie poza tym urządzeniem" }).click();
  await expect(sessionsOf(page).getByRole("listitem")).toHaveCount(1);
  await other.goto("/");
  await expect(other).toHaveURL(/\/login$/);

  await sessionsOf(page).getByRole("button", { name: "Wyloguj wszędzie", exact: true }).click();
  await expect(page).toHaveURL(/\/login$/);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/login$/);
});

test("a key is replaced or deleted only after a sign-in of the last half hour, which leads back", async ({
  page,
  signIn,
  cast,
  database,
  student,
}) => {
  await cast.aSealedKey(student.id);
  await signIn("student");
  await database.session.updateMany({
    where: { userId: student.id },
    data: { createdAt: new Date(Date.now() - 31 * 60_000) },
  });
  await page.goto("/key");
  await expect(page.getByLabel("Klucz API z OpenAI")).toBeHidden();
  await expect(page.getByRole("button", { name: "Ustaw dzień" })).toHaveCount(0);
  const headers = { origin: new URL(page.url()).origin };
  const form = { credential: aKey(), token: await formTokenFor(page.request) };
  const posted = await page.request.post("/api/credential", { form, headers, maxRedirects: 0 });
  expect(posted.headers().location).toBe("/login/again?to=%2Fkey");
  const [before] = (await page.context().cookies()).filter(({ name }) => name === "rozruch-session");

  await page.getByRole("link", { name: "Potwierdź, że to Ty" }).first().click();
  await page.getByRole("button", { name: "Wyślij" }).click();
  await page.getByLabel("Kod z listu").fill(codeIn(await mailTo(student.email)));
  await page.getByRole("button", { name: "Zaloguj się kodem" }).click();
  await expect(page).toHaveURL(/\/key$/);
  const [after] = (await page.context().cookies()).filter(({ name }) => name === "rozruch-session");
  expect(after?.value).not.toBe(before?.value);
  expect(await database.session.count({ where: { userId: student.id } })).toBe(1);

  await page.getByText("Usuń klucz", { exact: true }).click();
  await page.getByRole("button", { name: "Usuń na zawsze" }).click();
  await expect(page.getByText("Klucz został usunięty z portalu.")).toBeVisible();
});

test("a day after which a key goes is not set by a page that was opened before the sign-in grew old", async ({
  page,
  signIn,
  cast,
  database,
  student,
}) => {
  await cast.aSealedKey(student.id);
  await signIn("student");
  await page.goto("/key");
  await database.session.updateMany({
    where: { userId: student.id },
    data: { createdAt: new Date(Date.now() - 31 * 60_000) },
  });
  await page.getByRole("button", { name: "Za 7 dni" }).click();
  await expect(page).toHaveURL(/\/login\/again\?to=%2Fkey$/);
  expect(await database.apiCredential.count({ where: { userId: student.id, expiresAt: null } })).toBe(1);
});

test("a person reads and downloads what the portal knows of them", async ({ page, signIn, student, cast }) => {
  await cast.aHelpRequest(student.id, "Nie widzę przycisku Copy.");
  await signIn("student");
  await page.goto("/account");
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Pobierz plik" }).click();
  const file = await (await downloading).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of file) parts.push(part as Buffer);
  expect(JSON.parse(Buffer.concat(parts).toString()).person).toMatchObject({
    email: student.email,
    name: student.name,
  });
  await page.getByRole("link", { name: "Przeczytaj" }).click();
  await expect(page.getByText("Nie widzę przycisku Copy.")).toBeVisible();
});

test("a person deletes the account, and keeps it by signing in again", async ({ page, signIn, student, database }) => {
  await signIn("student");
  await page.goto("/account");
  await page.getByText("Usuń konto", { exact: true }).click();
  await page.getByRole("button", { name: "Usuń moje konto" }).click();
  await expect(page.getByText("Twoje konto zniknie za 7 dni")).toBeVisible();
  await page.goto("/account");
  await expect(page).toHaveURL(/\/login$/);

  await page.getByLabel("Adres e-mail").fill(student.email);
  await page.getByRole("button", { name: "Wyślij odnośnik" }).click();
  await page.getByLabel("Kod z listu").fill(codeIn(await mailTo(student.email)));
  await page.getByRole("button", { name: "Zaloguj się kodem" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const { deletionDueAt } = await database.user.findUniqueOrThrow({ where: { id: student.id } });
  expect(deletionDueAt).toBeNull();
});

test("a link of another site downloads nothing, and uses nothing up", async ({ page, signIn }) => {
  await signIn("student");
  for (let at = 0; at < 6; at++) {
    const headers = { "sec-fetch-site": at % 2 ? "same-site" : "cross-site" };
    const linked = await page.request.get("/api/account/data", { headers, maxRedirects: 0 });
    expect([linked.status(), linked.headers().location]).toEqual([303, "/account"]);
  }
  const own = await page.request.get("/api/account/data", { headers: { "sec-fetch-site": "same-origin" } });
  expect(own.status()).toBe(200);
});
