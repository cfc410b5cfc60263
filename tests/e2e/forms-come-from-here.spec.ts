import { addresses } from "./support/addresses.ts";
import { expect, type Page, test } from "./support/journey.ts";
import { aKey } from "./support/keys.ts";
import { linkIn, mailTo } from "./support/mailbox.ts";
import { formTokenFor } from "./support/session.ts";

const HERE = addresses.origin;
const HOST = new URL(HERE).host;

/** What a browser says of a form that did not come from this site, or what somebody forges who is none. */
const FOREIGN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "no Origin": {},
  "no Origin, and a forged host": { "x-forwarded-host": HOST },
  "the Origin null": { origin: "null" },
  "another site": { origin: "https://evil.example" },
  "another site, by the browser's own word": { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  "another site that forges the host": { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  "another site that forges the protocol": { origin: "https://evil.example", "x-forwarded-proto": "https" },
  "a host that begins alike": { origin: `${HERE}.evil.example` },
  "another port": { origin: HERE.replace(/\d+$/, "1") },
  "another scheme": { origin: HERE.replace("http:", "https:") },
  "a sister site": { origin: HERE, "sec-fetch-site": "same-site" },
  "our Origin, and the browser says cross-site": { origin: HERE, "sec-fetch-site": "cross-site" },
};

const SCREEN = { module: "modul-1", lesson: "klucz-api", anchor: "wygeneruj-klucz-api" };

async function theKeyPageIsEmpty(page: Page): Promise<void> {
  await page.goto("/key");
  await expect(page.getByRole("heading", { name: "Wklej klucz" })).toBeVisible();
}

test("T14: a form that did not come from here is refused at every route and every path, and nothing changes", async ({
  page,
  signIn,
}) => {
  await signIn("student");
  await page.goto("/lessons/modul-1/konto-openai");
  const action = /name="(\$ACTION_ID_[0-9a-f]+)"/.exec(await (await page.request.get(page.url())).text())?.[1] ?? "";
  expect(action).not.toBe("");
  const credential = { form: { credential: aKey() } };
  const tick = { multipart: { [action]: "", step: "openai-konto", done: "yes" } };
  const posts = [
    ["/api/credential", credential],
    ["/api/screens", { multipart: { ...SCREEN, text: "Inny ekran" } }],
    ["/lessons/modul-1/konto-openai", tick],
    // Next runs an action at whichever path it is posted to.
    ["/login", tick],
    ["/icon.svg", tick],
    ["/_next/static/nothing", tick],
  ] as const;
  for (const [name, headers] of Object.entries(FOREIGN)) {
    for (const [path, body] of posts) {
      const response = await page.request.post(path, { ...body, headers, maxRedirects: 0 });
      expect([name, path, response.status()]).toEqual([name, path, 403]);
      expect(await response.text()).toContain("Ten formularz nie przyszedł z tej strony");
    }
  }
  await page.goto("/");
  await expect(page.getByText("0 z 10")).toBeVisible();
  await page.goto("/lessons/modul-1/klucz-api");
  await expect(page.getByRole("list", { name: "Twoje zgłoszenia" })).toHaveCount(0);
  await theKeyPageIsEmpty(page);
});

test("T14: a key that is sent by GET, or as another kind of body, is not taken", async ({ page, signIn }) => {
  await signIn("student");
  const credential = aKey();
  expect((await page.request.get(`/api/credential?${new URLSearchParams({ credential })}`)).status()).toBe(405);
  for (const type of ["text/plain", "application/json", "multipart/form-data; boundary=x"]) {
    const headers = { origin: HERE, "sec-fetch-site": "same-origin", "content-type": type };
    const response = await page.request.post("/api/credential", { data: credential, headers, maxRedirects: 0 });
    expect(response.headers().location ?? "").not.toBe("/test");
  }
  await theKeyPageIsEmpty(page);
});

test("T14: a key is taken only with the token of the very session that sends it", async ({
  page,
  signIn,
  browserOf,
  cast,
  cohort,
}) => {
  await signIn("student");
  const before = await formTokenFor(page.request);
  await signIn("student");
  const friend = await browserOf(await cast.aStudent({ cohortId: cohort.id, name: "Ktoś Inny" }));
  const own = await formTokenFor(page.request);
  const headers = { origin: HERE, "sec-fetch-site": "same-origin" };
  const credential = aKey();
  const post = (form: Record<string, string>) =>
    page.request.post("/api/credential", { form: { credential, ...form }, headers, maxRedirects: 0 });
  const wrong = {
    none: {},
    empty: { token: "" },
    cut: { token: own.slice(0, -1) },
    "of the session before": { token: before },
    "of somebody else": { token: await formTokenFor(friend.request) },
  };
  for (const [name, form] of Object.entries<Record<string, string>>(wrong)) {
    const refused = await post(form);
    expect([name, refused.status(), refused.headers().location]).toEqual([name, 403, undefined]);
    const words = await refused.text();
    expect(words).toContain("Ta strona jest sprzed Twojego ostatniego logowania");
    expect(words).not.toContain(credential.slice(3, 15));
  }
  await theKeyPageIsEmpty(page);
  expect((await post({ token: own })).headers().location).toBe("/test");
});

test("T14: a sign-in link that is posted from elsewhere is not used up", async ({ page, student }) => {
  await page.goto("/login");
  await page.getByLabel("Adres e-mail").fill(student.email);
  await page.getByRole("button", { name: "Wyślij odnośnik" }).click();
  await expect(page.getByRole("heading", { name: "Sprawdź pocztę" })).toBeVisible();
  const link = linkIn(await mailTo(student.email));
  const form = { link: new URL(link).hash.replace("#t=", "") };
  for (const headers of Object.values(FOREIGN)) {
    const response = await page.request.post("/api/sign-in", { form, headers, maxRedirects: 0 });
    expect([response.status(), response.headers()["set-cookie"]]).toEqual([403, undefined]);
  }
  await page.goto(link);
  await page.getByRole("button", { name: "Zaloguj się" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Zaczynamy/ })).toBeVisible();
});

test("every answer has the headers that keep other sites away from it", async ({ page, signIn }) => {
  await signIn("student");
  for (const path of ["/", "/key", "/login", "/nie-ma", "/api/health"]) {
    expect((await page.request.get(path)).headers()).toMatchObject({
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
      "x-frame-options": "DENY",
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "strict-origin-when-cross-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
    });
  }
});
