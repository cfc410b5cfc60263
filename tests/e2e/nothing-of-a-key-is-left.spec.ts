import { KNOCKS } from "../support/access/knocks.ts";
import { ROLES } from "../support/access/roles.ts";
import { foundIn, type Place, tracesOf } from "../support/leftovers.ts";
import { addresses } from "./support/addresses.ts";
import { knock } from "./support/asking.ts";
import { COMMANDS, commandsThere, saidByCommands } from "./support/commands.ts";
import { expect, type Page, test } from "./support/journey.ts";
import { aKey, aKeyLike, secretIn } from "./support/keys.ts";
import { logFiles, mails, tablesOf } from "./support/leftovers.ts";
import { aScene, type Scene } from "./support/scene.ts";

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
  const [good, wrong] = [aKey("good"), aKey("wrong")];
  const [refused, asked] = [aKeyLike("sk", "ant", "api03"), aKeyLike("sk", "proj")];
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

  const traces = [good, wrong, refused, asked].flatMap((key) => tracesOf(key, { secret: secretIn(key) }));
  const tables = await tablesOf(database);
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(["public.credential_secret", "pgboss.job"]));
  expect(foundIn(tables, traces)).toEqual([]);

  const logs = logFiles();
  expect(logs.map(({ name }) => name)).toEqual(expect.arrayContaining(["web.log", "worker.log"]));
  expect(foundIn(logs, traces)).toEqual([]);

  expect(foundIn(await mails(), traces)).toEqual([]);
});

const WAYS = [{ accept: "text/html" }, { RSC: "1" }, { accept: "application/json" }];

/** Everything that everybody gets who asks for every address in every way. */
async function everythingThereIs(scene: Scene): Promise<Place[]> {
  const places: Place[] = [];
  for (const row of KNOCKS.filter(({ form }) => !form)) {
    for (const role of ROLES) {
      for (const way of WAYS) {
        const { text } = await knock(row, role, scene, way);
        places.push({ name: `${row.path} for ${role} by ${Object.entries(way).join()}`, text });
      }
    }
  }
  return places;
}

test("T10: no page, export, mail or command gives back any part of a stored key", async ({ database }) => {
  test.setTimeout(180_000);
  const scene = await aScene(database);
  const key = aKey("unverified");
  const save = { path: "/api/credential", form: { credential: key, token: "TOKEN" } };
  const { answer } = await knock(save, "the student", scene);
  expect(answer).toBe("elsewhere");
  const its = { userId: scene.studentId, trigger: "saved", finishedAt: { not: null } } as const;
  await expect.poll(() => database.accessTest.count({ where: its })).toBe(1);

  const places = [...(await everythingThereIs(scene)), ...(await mails()), ...saidByCommands(`Nie działa: ${key}`)];
  const [name = ""] = scene.marks;
  expect(foundIn(places, [name])).toEqual(expect.arrayContaining(["/api/account/data for the student by RSC,1"]));
  expect(foundIn(places, [scene.studentId])).toEqual(expect.arrayContaining(["audit list --last 10000"]));
  expect(foundIn(places, tracesOf(key, { secret: secretIn(key), window: 8 }))).toEqual([]);
});

test("T10: every command is called here, or says why not", () => {
  expect(Object.keys(COMMANDS).sort()).toEqual(commandsThere().sort());
});

test("T11: what Next itself writes down of a request has no key in it", async ({ page, signIn }) => {
  await signIn("student");
  const key = aKeyLike("sk", "proj");
  // Next logs the name of an action that it does not know.
  const headers = { origin: addresses.origin, "next-action": key, "content-type": "text/plain" };
  await page.request.post("/help", { headers, data: "[]" });
  const log = () => logFiles().filter(({ name }) => name === "web.log");
  await expect(() => expect(String(log()[0]?.text)).toMatch(/Server (?:Action|Reference).*\[secret\]/i)).toPass();
  expect(foundIn(log(), tracesOf(key, { secret: secretIn(key) }))).toEqual([]);
});
