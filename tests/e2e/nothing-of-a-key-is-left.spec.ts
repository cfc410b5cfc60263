import { keyOf } from "../../scripts/simulator/keys.ts";
import { addresses } from "./support/addresses.ts";
import { expect, type Page, test } from "./support/journey.ts";
import { foundIn, logFiles, tablesOf, tracesOf } from "./support/leftovers.ts";
import { allMails } from "./support/mailbox.ts";

// Typed by hand, so that a hit can come from nowhere else.
const CANARIES = {
  good: "Kv8wZr2LqYt6HnXd3JmPb9SgFc4TaUe7RoWi5BxN",
  wrong: "Zp4hGyQ7kDsV2cMnL9tRfXb6EjWa8UoKi3TqHv5J",
  refused: "Nw3eYbT8xKqM5jRvA2gZdPh7CsLf9UoXi6WtGk4B",
  asked: "Rc6mJvX2pWqT9hLbN4zKyGd8FsEa3UoQi7XtHk5M",
  logged: "Tq5wLzB8mXvJ3kRd7NpYhGc2FsUa9EoWi4XtKb6H",
} as const;

async function storeKey(page: Page, key: string): Promise<void> {
  await page.goto("/key");
  await page.getByLabel("Klucz API z OpenAI").fill(key);
  await page.getByRole("button", { name: "Zapisz i sprawdź" }).click();
  await expect(page).toHaveURL(/\/test$/);
}

test("nothing of a key that was typed is left in a table, a job, a log or a mail", async ({
  page,
  signIn,
  browserOf,
  database,
}) => {
  const good = keyOf("good", CANARIES.good);
  const wrong = keyOf("wrong", CANARIES.wrong);
  const refused = ["sk", "ant", "api03", CANARIES.refused].join("-");
  const asked = ["sk", "proj", CANARIES.asked].join("-");
  await signIn("student");

  await test.step("a key that passes, picture and all", async () => {
    await storeKey(page, good);
    await expect(page.getByRole("heading", { name: "Na koncie są środki" })).toBeVisible();
    await page.getByRole("checkbox", { name: /Zgadzam się na koszt/ }).check();
    await page.getByRole("button", { name: "Sprawdź wszystko ponownie" }).click();
    await expect(page.getByRole("heading", { name: "Można tworzyć obrazy" })).toBeVisible();
  });
  await test.step("a key that the provider repeats in its refusal", async () => {
    await storeKey(page, wrong);
    await expect(page.getByRole("heading", { name: "Co zrobić" })).toBeVisible();
  });
  await test.step("a key that is refused at the door", async () => {
    const plain = await browserOf("student", { javaScriptEnabled: false });
    await plain.goto("/key");
    await plain.getByLabel("Klucz API z OpenAI").fill(refused);
    await plain.getByRole("button", { name: "Zapisz i sprawdź" }).click();
    await expect(plain.getByRole("alert")).toContainText("To klucz do innej usługi");
  });
  await test.step("a key in a request for help", async () => {
    await page.goto("/help");
    await page.getByLabel("Co się dzieje?").fill(`Nie działa mi ten klucz: ${asked}`);
    await page.getByRole("button", { name: "Wyślij prośbę" }).click();
    await expect(page.getByLabel("Co się dzieje?")).toHaveValue("Nie działa mi ten klucz: [secret]");
  });

  const traces = [
    ...tracesOf(good, CANARIES.good),
    ...tracesOf(wrong, CANARIES.wrong),
    ...tracesOf(refused, CANARIES.refused),
    ...tracesOf(asked, CANARIES.asked),
  ];
  const tables = await tablesOf(database);
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(["public.credential_secret", "pgboss.job"]));
  expect(foundIn(tables, traces)).toEqual([]);

  const logs = logFiles();
  expect(logs.map(({ name }) => name)).toEqual(expect.arrayContaining(["web.log", "worker.log"]));
  expect(foundIn(logs, traces)).toEqual([]);

  const mails = (await allMails()).map((mail) => ({ name: mail.subject, text: JSON.stringify(mail) }));
  expect(foundIn(mails, traces)).toEqual([]);
});

test("T11: what Next itself writes down of a request has no key in it", async ({ page, signIn }) => {
  await signIn("student");
  const key = ["sk", "proj", CANARIES.logged].join("-");
  // Next logs the name of an action that it does not know.
  const headers = { origin: addresses.origin, "next-action": key, "content-type": "text/plain" };
  await page.request.post("/help", { headers, data: "[]" });
  const log = () => logFiles().filter(({ name }) => name === "web.log");
  await expect(() => expect(log()[0]?.text).toMatch(/Server (?:Action|Reference).*\[secret\]/i)).toPass();
  expect(foundIn(log(), tracesOf(key, CANARIES.logged))).toEqual([]);
});

test("the search would find what is there", () => {
  const traces = tracesOf(keyOf("good", CANARIES.good), CANARIES.good);
  const part = CANARIES.good.slice(7, 23);
  const places = [
    { name: "plain", text: `a row with ${part} in it` },
    { name: "hex", text: Buffer.from(`\\x ${part}`).toString("hex") },
    ...[0, 1, 2].map((at) => ({ name: `base64 ${at}`, text: Buffer.from("x".repeat(at) + part).toString("base64") })),
    { name: "clean", text: "a row without" },
  ];
  expect(foundIn(places, traces)).toEqual(["plain", "hex", "base64 0", "base64 1", "base64 2"]);
});
