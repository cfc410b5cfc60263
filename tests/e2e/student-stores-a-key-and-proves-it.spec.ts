import { expect, openLive, type Page, test } from "./support/journey.ts";
import { aKey, aKeyLike, secretIn } from "./support/keys.ts";
import { keptBy, Traffic } from "./support/traffic.ts";

const fieldOf = (page: Page) => page.getByLabel("Klucz API z OpenAI");
const saveOf = (page: Page) => page.getByRole("button", { name: "Zapisz i sprawdź" });
const checkOf = (page: Page, name: string) =>
  page.getByRole("list", { name: "Sprawdzenia" }).getByRole("listitem").filter({ hasText: name });

// Put together here, so that nothing in the repository looks like a key.
const WRONG_PASTES = [
  {
    what: "another provider's key",
    paste: aKeyLike("sk", "ant", "api03"),
    says: "To klucz do innej usługi: Anthropic",
  },
  { what: "a masked copy", paste: `sk-proj-${"*".repeat(20)}Ab1C`, says: "To zakryta kopia klucza" },
  { what: "an admin key", paste: aKeyLike("sk", "admin"), says: "To klucz administratora." },
  { what: "a password", paste: "Wiosna!2026", says: "Jeśli to hasło, nie wklejaj go tutaj." },
];

for (const { what, paste, says } of WRONG_PASTES) {
  test(`${what} is told apart in the field, and nothing of it is sent`, async ({ page, signIn }) => {
    await signIn("student");
    await openLive(page, "/key");
    const traffic = new Traffic(page.context());
    await fieldOf(page).fill(paste);
    await expect(page.getByRole("status").filter({ hasText: says })).toBeVisible();
    await saveOf(page).click();
    await expect(fieldOf(page)).toBeFocused();
    await expect(fieldOf(page)).toHaveAttribute("aria-invalid", "true");
    await expect(page).toHaveURL(/\/key$/);

    await page.goto("/test");
    await expect(page.getByRole("heading", { name: "Najpierw zapisz klucz" })).toBeVisible();
    expect(traffic.posts).toEqual([]);
    expect(traffic.sent).not.toContain(paste);
  });
}

test("without JavaScript a wrong key comes back as its sentence and an empty field", async ({ browserOf }) => {
  const page = await browserOf("student", { javaScriptEnabled: false });
  const traffic = new Traffic(page.context());
  const paste = aKeyLike("sk", "ant", "api03");
  await page.goto("/key");
  await fieldOf(page).fill(paste);
  await saveOf(page).click();
  await expect(page.getByRole("alert")).toContainText("To klucz do innej usługi: Anthropic (Claude)");
  await expect(fieldOf(page)).toHaveValue("");
  expect(page.url()).not.toContain(secretIn(paste));
  expect(await traffic.received()).not.toContain(secretIn(paste));
});

test("without JavaScript a good key is stored and tested all the same", async ({ browserOf }) => {
  const page = await browserOf("student", { javaScriptEnabled: false });
  await page.goto("/key");
  await fieldOf(page).fill(aKey());
  await saveOf(page).click();
  await expect(page).toHaveURL(/\/test$/);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("heading", { name: "Na koncie są środki" })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
});

test("the checks of a stored key are shown as they go and prove their steps", async ({ page, signIn }) => {
  await signIn("student");
  await page.goto("/key");
  await fieldOf(page).fill(aKey());
  await expect(page.getByText("Wygląda dobrze: klucz projektu.")).toBeVisible();
  await saveOf(page).click();
  await expect(page).toHaveURL(/\/test$/);
  const arrived = await page.evaluate(() => performance.timeOrigin);
  for (const passed of ["To klucz OpenAI", "OpenAI zna ten klucz", "Na koncie są środki"])
    await expect(checkOf(page, passed)).toBeVisible();
  await expect(checkOf(page, "Czy można tworzyć obrazy")).toContainText("wymaga Twojej zgody");

  await page.getByRole("checkbox", { name: /Zgadzam się na koszt około 5 groszy/ }).check();
  await page.getByRole("button", { name: "Sprawdź wszystko ponownie" }).click();
  await expect(checkOf(page, "Prosimy o jeden obraz")).toBeVisible();
  const picture = page.getByRole("img", { name: "Obraz utworzony przez model na Twoim koncie" });
  await expect(picture).toBeVisible();
  await expect(picture).not.toHaveJSProperty("naturalWidth", 0);
  await expect(checkOf(page, "Można tworzyć obrazy")).toContainText("Krok „Sprawdź dostęp do obrazów” jest sprawdzony");
  expect(await page.evaluate(() => performance.timeOrigin), "the page was never loaded again").toBe(arrived);

  await page.goto("/lessons/modul-1/klucz-api");
  const step = page.getByRole("region", { name: "Wygeneruj klucz API" });
  await expect(step.getByRole("status")).toContainText("Sprawdzone automatycznie");
});

test("a check that takes long says so, the ones behind it wait, and a new key ends it", async ({ page, signIn }) => {
  await signIn("student");
  await page.goto("/key");
  await fieldOf(page).fill(aKey("hangs"));
  await saveOf(page).click();
  await expect(checkOf(page, "Pytamy OpenAI o klucz")).toBeVisible();
  await expect(checkOf(page, "Czy na koncie są środki")).toContainText("Czeka na swoją kolej");
  await expect(page.getByRole("status").filter({ hasText: "Test trwa" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sprawdzamy" })).toBeDisabled();

  await page.goto("/key");
  await expect(page.getByRole("heading", { name: "Klucz jest zapisany" })).toBeVisible();
  await fieldOf(page).fill(aKey());
  await saveOf(page).click();
  await expect(checkOf(page, "Na koncie są środki")).toBeVisible();
  await page.goto("/key");
  await expect(page.getByRole("region", { name: "Kto i kiedy go użył" })).toContainText("Zmieniono klucz");
});

test("whoever gets the page's scripts late is shown the result too", async ({ page, signIn, browserOf }) => {
  await signIn("student");
  await page.goto("/key");
  await fieldOf(page).fill(aKey("hangs"));
  await saveOf(page).click();
  const slow = await browserOf("student");
  const scripts = Promise.withResolvers<void>();
  await slow.route("**/_next/static/**", async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await slow.goto("/test", { waitUntil: "commit" });
  await expect(checkOf(slow, "Czy na koncie są środki")).toBeVisible();

  // By the time that the slow one begins to listen everything has happened.
  await page.goto("/key");
  await fieldOf(page).fill(aKey());
  await saveOf(page).click();
  await expect(checkOf(page, "Na koncie są środki")).toBeVisible();
  await expect(checkOf(slow, "Czy na koncie są środki")).toBeVisible();
  scripts.resolve();
  await expect(checkOf(slow, "Na koncie są środki")).toBeVisible();
});

test("a key is deleted only after a question, and the page then says so", async ({ page, signIn, cast, student }) => {
  await cast.aSealedKey(student.id);
  await signIn("student");
  await page.goto("/key");
  const confirm = page.getByRole("button", { name: "Usuń na zawsze" });
  await expect(confirm).toBeHidden();
  await page.getByText("Usuń klucz", { exact: true }).click();
  await expect(page.getByRole("heading", { name: "Usunąć klucz z portalu?" })).toBeVisible();
  await confirm.click();
  await expect(page.getByText("Klucz został usunięty z portalu.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Wklej klucz" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Klucz jest zapisany" })).toBeHidden();
  await page.goto("/test");
  await expect(page.getByRole("heading", { name: "Najpierw zapisz klucz" })).toBeVisible();
});

test("nothing of a stored key comes back to the browser", async ({ page, signIn }) => {
  await signIn("student");
  const key = aKey();
  const parts = [key, key.slice(0, 40), key.slice(-40)];
  await page.goto("/key");
  await fieldOf(page).fill(key);
  const traffic = new Traffic(page.context());
  await saveOf(page).click();
  await expect(checkOf(page, "Na koncie są środki")).toBeVisible();

  const seen = [];
  for (const path of ["/key", "/test", "/", "/lessons/modul-1/klucz-api", "/help"]) {
    await page.goto(path);
    seen.push(await keptBy(page), await (await page.request.get(path, { headers: { RSC: "1" } })).text());
  }
  seen.push(await traffic.received());
  for (const part of parts) expect(seen.join("\n").includes(part), "a part of the key came back").toBe(false);
  expect(traffic.posts).toEqual(["/api/credential"]);
});

test("going back to the form finds the field empty", async ({ page, signIn }) => {
  await signIn("student");
  await page.goto("/key");
  await fieldOf(page).fill(aKey());
  await saveOf(page).click();
  await expect(page).toHaveURL(/\/test$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/key$/);
  await expect(fieldOf(page)).toHaveValue("");
});

test("a key is taken out of a whole command that was pasted", async ({ page, signIn }) => {
  await signIn("student");
  await openLive(page, "/key");
  const key = aKey();
  const command = `curl https://api.openai.com/v1/models \\\n  -H "Authorization: Bearer ${key}"`;
  await fieldOf(page).evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, command);
  await expect(page.getByRole("status").filter({ hasText: "To cały kod, a w nim jest jeden klucz." })).toBeVisible();
  await page.getByRole("button", { name: "Wyjmij klucz z tego tekstu" }).click();
  await expect(fieldOf(page)).toHaveValue(key);
  await saveOf(page).click();
  await expect(page).toHaveURL(/\/test$/);
});
