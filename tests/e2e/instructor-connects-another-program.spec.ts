import { Webhook } from "standardwebhooks";
import { expectAccessible } from "./support/accessibility.ts";
import { addresses } from "./support/addresses.ts";
import { expect, test } from "./support/journey.ts";
import { aListener } from "./support/listener.ts";

const listener = aListener();

test("an instructor adds an address, a student asks for help, and the program there gets a signed event", async ({
  page,
  browserOf,
  signIn,
  student,
}) => {
  await signIn("instructor");
  await page.goto("/desk");
  await page.locator("summary", { hasText: "Twoje konto" }).click();
  await page.getByRole("link", { name: "Połączenia" }).click();
  await page.getByRole("textbox", { name: /^Adres/ }).fill("http://example.com/");
  await page.getByRole("button", { name: "Dodaj adres" }).click();
  await expect(page.getByText("Adres musi zaczynać się od https://.")).toBeVisible();
  await page.getByRole("textbox", { name: /^Adres/ }).fill(listener.url());
  await page.getByRole("checkbox", { name: /^Wysyłaj imię/ }).check();
  await page.getByRole("button", { name: "Dodaj adres" }).click();
  await expect(page.getByRole("heading", { name: "Sekret do podpisów" })).toBeFocused();
  const secret = (await page.getByText(/^whsec_/).textContent()) ?? "";
  await page.getByRole("link", { name: "Przejdź do tego adresu" }).click();
  await expect(page.getByText("Nic jeszcze nie wysłano.")).toBeVisible();
  await expect(page.getByText("whsec_")).toHaveCount(0);

  await page.getByRole("button", { name: "Wyślij zdarzenie próbne" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "zdarzenie próbne" })).toContainText("dotarło");

  const asking = await browserOf("student");
  await asking.goto("/help");
  await asking.getByRole("textbox").fill("Nie wiem, co dalej.");
  await asking.getByRole("button", { name: "Wyślij" }).click();
  const blocked = page.getByRole("listitem").filter({ hasText: "ktoś potrzebuje pomocy" });
  await expect(blocked).toContainText("dotarło");
  await expect(blocked).toContainText("odpowiedź 200");
  const opened = listener.received().find(({ body }) => body.includes('"blocker.opened"'));
  const told = new Webhook(secret).verify(opened?.body ?? "", opened?.headers ?? {});
  expect(told).toMatchObject({ type: "blocker.opened", data: { status: "asked", student: { email: student.email } } });
  expect(opened?.body).not.toContain("Nie wiem, co dalej");

  await blocked.getByRole("button", { name: /^Wyślij ponownie/ }).click();
  await expect(page.getByText("Ponownie wysyłamy 1 zdarzenie.")).toBeVisible();
  const ids = () => listener.received().map(({ headers }) => headers["webhook-id"]);
  await expect.poll(() => ids().filter((id) => id === opened?.headers["webhook-id"]).length).toBe(2);

  listener.answerWith(410);
  await page.getByRole("button", { name: "Wyślij zdarzenie próbne" }).click();
  await expect(page.getByText(/odpowiedział, że już go nie ma/)).toBeVisible();
  await expectAccessible(page, "pl");
  listener.answerWith(200);
  await page.getByRole("button", { name: "Włącz ponownie" }).click();
  await page.getByRole("button", { name: "Wyślij nieudane" }).click();
  await expect(page.getByRole("link", { name: "Nieudane (0)" })).toBeVisible();
});

test("an address is changed: nothing typed is lost, another window is noticed, and what waits goes to the new one", async ({
  page,
  context,
  signIn,
  cohort,
}) => {
  await signIn("instructor");
  await page.goto("/desk/connections");
  await page.getByRole("textbox", { name: /^Adres/ }).fill(listener.url());
  await page.getByRole("textbox", { name: "Opis" }).fill("Kanał zespołu");
  await page.getByRole("button", { name: "Dodaj adres" }).click();
  await page.getByRole("link", { name: "Przejdź do tego adresu" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kanał zespołu");

  listener.answerWith(429, "3600");
  const before = listener.received().length;
  await page.getByRole("button", { name: "Wyślij zdarzenie próbne" }).click();
  const waiting = page.getByRole("listitem").filter({ hasText: "zdarzenie próbne" });
  await expect(waiting).toContainText("odpowiedź 429");
  await expect(waiting).toContainText(/następna próba: .*\(tak prosi odbiorca\)/);
  listener.answerWith(200);

  await page.getByRole("link", { name: "Zmień" }).click();
  await expect(page.getByRole("heading", { name: "Zmień adres lub zdarzenia" })).toBeVisible();
  await expectAccessible(page, "pl");
  await page.getByRole("textbox", { name: /^Adres/ }).fill("http://example.com/");
  await page.getByRole("textbox", { name: "Opis" }).fill("Nowy kanał");
  await page.getByRole("checkbox", { name: "prośba o pomoc" }).uncheck();
  await page.getByRole("checkbox", { name: cohort.name }).check();
  await page.getByRole("button", { name: "Zapisz zmiany" }).click();
  await expect(page.getByText("Adres musi zaczynać się od https://.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Adres/ })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Opis" })).toHaveValue("Nowy kanał");
  await expect(page.getByRole("checkbox", { name: "prośba o pomoc" })).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: cohort.name })).toBeChecked();

  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole("textbox", { name: "Opis" }).fill("Z drugiego okna");
  await other.getByRole("button", { name: "Zapisz zmiany" }).click();
  await expect(other.getByText("Zapisano.")).toBeVisible();
  await other.close();

  await page.getByRole("textbox", { name: /^Adres/ }).fill(`${listener.url()}/new`);
  await page.getByRole("button", { name: "Zapisz zmiany" }).click();
  const noticed = page.getByRole("alert").filter({ hasText: "W międzyczasie zapisano ten adres" });
  await expect(noticed).toContainText("Z drugiego okna");
  await expect(noticed.getByText(/^W międzyczasie/)).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Opis" })).toHaveValue("Nowy kanał");
  await expectAccessible(page, "pl");
  await page.getByRole("button", { name: "Zapisz zmiany" }).press("Enter");
  await expect(page.getByText(/Sekret się nie zmienił i zna go też poprzedni odbiorca/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nowy kanał");
  await expect(waiting).toContainText("dotarło");
  const sent = listener.received().slice(before);
  expect(sent.map(({ path }) => path)).toEqual(["/hook", "/hook/new"]);
  expect(new Set(sent.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

test("a token reads the instructor's cohort, and nothing once it is revoked", async ({
  page,
  signIn,
  student,
  cohort,
}) => {
  await signIn("instructor");
  await page.goto("/desk/connections");
  await page.getByRole("textbox", { name: "Nazwa" }).fill("Arkusz ocen");
  await page.getByRole("button", { name: "Utwórz token" }).click();
  await expect(page.getByText("Zaznacz co najmniej jedną rzecz.")).toBeVisible();
  await page.getByRole("checkbox", { name: /^uczestników/ }).check();
  await page.getByRole("button", { name: "Utwórz token" }).click();
  const token = (await page.getByText(/^rzr_/).textContent()) ?? "";
  const ask = (path: string) =>
    fetch(new URL(`/api/v1/${path}`, addresses.origin), { headers: { authorization: `Bearer ${token}` } });
  const answer = await ask(`students?cohort=${cohort.id}`);
  expect(await answer.json()).toMatchObject({ data: [{ id: student.id, status: "none" }], next: null });
  expect((await ask("blockers")).status).toBe(403);
  expect((await fetch(new URL("/api/v1/openapi.json", addresses.origin))).status).toBe(200);

  await page.goto("/desk/connections");
  await expectAccessible(page, "pl");
  await page.locator("summary", { hasText: "Unieważnij: Arkusz ocen" }).click();
  await page.getByRole("button", { name: "Unieważnij na zawsze" }).click();
  await expect(page.getByText("Nie ma tu jeszcze żadnego tokenu.")).toBeVisible();
  expect((await ask("students")).status).toBe(401);
});

test("an address is added and changed before any script has run", async ({ browserOf }) => {
  const page = await browserOf("instructor", { javaScriptEnabled: false });
  await page.goto("/desk/connections");
  await page.getByRole("textbox", { name: /^Adres/ }).fill(listener.url());
  await page.getByRole("button", { name: "Dodaj adres" }).click();
  await expect(page.getByText(/^whsec_/)).toBeVisible();
  await page.getByRole("link", { name: "Przejdź do tego adresu" }).click();
  await page.getByRole("link", { name: "Zmień" }).click();
  await page.getByRole("textbox", { name: "Opis" }).fill("Bez skryptów");
  await page.getByRole("button", { name: "Zapisz zmiany" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bez skryptów");
});
