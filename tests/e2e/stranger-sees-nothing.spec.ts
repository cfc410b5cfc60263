import type { APIResponse } from "@playwright/test";
import { PICTURE_FOLDER } from "#domain/paste/picture-files";
import type { PrismaClient } from "#server/database/generated/client";
import type { Cast } from "../../scripts/seed/cast.ts";
import { addresses } from "./support/addresses.ts";
import { expect, type Person, test } from "./support/journey.ts";
import { routesOfTheApp } from "./support/routes.ts";

const PICTURE = new Uint8Array([137, 80, 78, 71]);

type Answer = "the sign-in page" | "no entry" | "nothing" | "not there" | "its own page" | "its health";
type Knock = { readonly route: string; readonly path: string; readonly answer: Answer; readonly post?: true };

/** What a stranger gets from each route. A new route without a row here fails the first test below. */
const KNOCKS: readonly Knock[] = [
  { route: "/", path: "/", answer: "the sign-in page" },
  { route: "/account", path: "/account", answer: "the sign-in page" },
  { route: "/account/data", path: "/account/data", answer: "the sign-in page" },
  { route: "/api/account/data", path: "/api/account/data", answer: "the sign-in page" },
  { route: "/login/second", path: "/login/second", answer: "the sign-in page" },
  { route: "/login/second/set-up", path: "/login/second/set-up", answer: "the sign-in page" },
  { route: "/api/passkey/challenge", path: "/api/passkey/challenge", answer: "not there", post: true },
  { route: "/api/passkey/sign-in", path: "/api/passkey/sign-in", answer: "no entry", post: true },
  { route: "/api/sign-in/[provider]", path: "/api/sign-in/google", answer: "not there" },
  { route: "/api/sign-in/[provider]/callback", path: "/api/sign-in/google/callback", answer: "not there" },
  { route: "/login/again", path: "/login/again?to=/key", answer: "the sign-in page" },
  { route: "/causes", path: "/causes?q=klucz", answer: "the sign-in page" },
  { route: "/causes/[cause]", path: "/causes/key_invalid", answer: "the sign-in page" },
  { route: "/causes/[cause]", path: "/causes/nie-ma", answer: "the sign-in page" },
  { route: "/desk", path: "/desk", answer: "the sign-in page" },
  { route: "/desk/students/[student]", path: "/desk/students/STUDENT", answer: "the sign-in page" },
  { route: "/help", path: "/help", answer: "the sign-in page" },
  { route: "/key", path: "/key", answer: "the sign-in page" },
  { route: "/lessons/[module]/[lesson]", path: "/lessons/modul-1/konto-openai", answer: "the sign-in page" },
  { route: "/lessons/[module]/[lesson]", path: "/lessons/modul-1/nie-ma", answer: "the sign-in page" },
  { route: "/paste", path: "/paste", answer: "the sign-in page" },
  { route: "/test", path: "/test", answer: "the sign-in page" },
  { route: "/login", path: "/login", answer: "its own page" },
  { route: "/login/confirm", path: "/login/confirm", answer: "its own page" },
  { route: "/login/sent", path: "/login/sent", answer: "the sign-in page" },
  { route: "/media/[...path]", path: "/media/modul-1/modul-1.mp4", answer: "the sign-in page" },
  { route: "/media/[...path]", path: "/media/modul-1/modul-1.pl.vtt", answer: "the sign-in page" },
  { route: "/media/[...path]", path: "/media/modul-1/modul-1.jpg", answer: "the sign-in page" },
  { route: "/media/[...path]", path: "/media/tools/assets/n8n-szczegoly.svg", answer: "the sign-in page" },
  { route: "/ocr/[release]/[file]", path: `${PICTURE_FOLDER}/worker.min.js`, answer: "its own page" },
  { route: "/ocr/[release]/[file]", path: `${PICTURE_FOLDER}/..%2f..%2fpackage.json`, answer: "not there" },
  { route: "/api/pictures/[test]", path: "/api/pictures/TEST", answer: "the sign-in page" },
  { route: "/api/live", path: "/api/live", answer: "nothing" },
  { route: "/api/health", path: "/api/health", answer: "its health" },
  { route: "/api/credential", path: "/api/credential", answer: "the sign-in page", post: true },
  { route: "/api/sign-in", path: "/api/sign-in", answer: "the sign-in page", post: true },
  { route: "/api/demo-sign-in", path: "/api/demo-sign-in", answer: "not there", post: true },
];

/** The words that only somebody who is signed in may read: of a lesson, of the desk, of a person. */
const SECRETS = ["Załóż konto OpenAI", "platform.openai.com", "Nikt teraz nie potrzebuje", "Celina Próbna", "WEBVTT"];

test("every route of the app has a row here", () => {
  expect([...new Set(KNOCKS.map(({ route }) => route))].sort()).toEqual(routesOfTheApp());
});

for (const { path, answer, post } of KNOCKS) {
  test(`${path} answers a stranger with ${answer}`, async ({ request, cast, database, student }) => {
    const testId = await aTestWithPicture({ cast, database, student });
    const address = path.replace("STUDENT", student.id).replace("TEST", testId);
    if (post) {
      const headers = { origin: addresses.origin, "sec-fetch-site": "same-origin" };
      const form = { email: student.email };
      return expectAnswer(await request.post(address, { form, headers, maxRedirects: 0 }), answer);
    }
    await expectAnswer(await request.get(address, { maxRedirects: 0 }), answer);
    // What Next's own links ask for, and what a film's player asks for.
    for (const headers of [{ RSC: "1" }, { RSC: "1", "next-router-prefetch": "1" }, { range: "bytes=0-99" }])
      expectNoSecret(await (await request.get(address, { headers })).text());
  });
}

function expectNoSecret(text: string): void {
  for (const secret of SECRETS) expect(text).not.toContain(secret);
}

async function expectAnswer(response: APIResponse, answer: Answer): Promise<void> {
  const text = await response.text();
  expectNoSecret(text);
  switch (answer) {
    case "the sign-in page":
      expect([303, 307]).toContain(response.status());
      return expect(response.headers().location).toMatch(/^\/login(\?|$)/);
    case "nothing":
      expect(response.status()).toBe(204);
      return expect(text).toBe("");
    case "no entry":
      expect(JSON.parse(text)).toEqual({ refusal: "expired" });
      return expect(response.status()).toBe(401);
    case "not there":
      expect(text).toBe("");
      return expect(response.status()).toBe(404);
    case "its health":
      return expect(JSON.parse(text)).toEqual({ status: "up", web: "up", database: "up", worker: "up" });
    case "its own page":
      return expect(response.status()).toBe(200);
  }
}

test("the sign-in page offers no account and no key outside the demo", async ({ page, signIn }) => {
  await page.goto("/login");
  await expect(page.getByRole("button")).toHaveText(["Wyślij odnośnik"]);
  await expect(page.getByText("Wersja pokazowa")).toBeHidden();
  await signIn("student");
  await page.goto("/key");
  await expect(page.getByRole("heading", { name: "Wklej klucz" })).toBeVisible();
  await expect(page.getByText("Klucze do wypróbowania")).toBeHidden();
});

test("the picture optimiser hands no media to a stranger", async ({ request }) => {
  const address = `/_next/image?url=${encodeURIComponent("/media/modul-1/modul-1.jpg")}&w=640&q=75`;
  const response = await request.get(address, { maxRedirects: 0 });
  expect(response.status()).toBeGreaterThanOrEqual(300);
});

test("a picture is its own student's alone", async ({ page, signIn, cast, database, cohort, student }) => {
  const testId = await aTestWithPicture({ cast, database, student });
  await signIn(student);
  expect((await page.request.get(`/api/pictures/${testId}`)).status()).toBe(200);
  await signIn(await cast.aStudent({ cohortId: cohort.id, name: "Ktoś Inny" }));
  expect((await page.request.get(`/api/pictures/${testId}`)).status()).toBe(404);
  await signIn("instructor");
  expect((await page.request.get(`/api/pictures/${testId}`)).status()).toBe(403);
});

test("a form that a stranger copied from a student's page changes nothing", async ({ page, request, signIn }) => {
  await signIn("student");
  await page.goto("/lessons/modul-1/konto-openai");
  const action = /name="(\$ACTION_ID_[0-9a-f]+)"/.exec(await (await page.request.get(page.url())).text())?.[1] ?? "";
  expect(action).not.toBe("");
  const response = await request.post("/lessons/modul-1/konto-openai", {
    multipart: { [action]: "", step: "openai-konto", done: "yes" },
    headers: { origin: addresses.origin },
    maxRedirects: 0,
  });
  expect(response.headers().location ?? "").toMatch(/\/login$/);
  await page.goto("/");
  await expect(page.getByText("0 z 10")).toBeVisible();
});

type Scene = { readonly cast: Cast; readonly database: PrismaClient; readonly student: Person };

/** A picture that exists, so that 'not there' is no answer to a wrong question. */
async function aTestWithPicture({ cast, database, student }: Scene): Promise<string> {
  const key = await cast.aSealedKey(student.id);
  await cast.aTest(student.id, key, { outcome: ["passed", "passed", "passed", "passed"] });
  const { id } = await database.accessTest.findFirstOrThrow({ where: { userId: student.id } });
  await database.testPicture.create({ data: { testId: id, mediaType: "image/png", bytes: PICTURE } });
  return id;
}
