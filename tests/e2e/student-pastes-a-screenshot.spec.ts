import { PICTURE_FOLDER } from "#domain/paste/picture-files";
import { expect, test } from "./support/journey.ts";

const HEADLINE = "Forbidden - perhaps check your credentials?";
const UNVERIFIED =
  "403 Your organization must be verified to use the model `gpt-image-1`. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.";

test("a screenshot is read on the student's own machine, and its words get the same answer", async ({
  page,
  context,
  signIn,
  browserOf,
}) => {
  const screen = await browserOf(null, { viewport: { width: 900, height: 260 } });
  await screen.setContent(
    `<body style="font: 15px/1.6 Arial; padding: 20px"><h3>${HEADLINE}</h3><p>${UNVERIFIED}</p></body>`,
  );
  const buffer = await screen.screenshot();
  await signIn("student");
  await page.goto("/paste");
  const field = page.getByRole("textbox", { name: "Treść komunikatu" });
  const bodies: (string | null)[] = [];
  context.on("request", (request) => bodies.push(request.postData()));
  await page.locator("input[type=file]").setInputFiles({ name: "zrzut.png", mimeType: "image/png", buffer });
  await expect(page.getByText("Tekst z obrazka jest w polu powyżej.")).toBeVisible({ timeout: 30_000 });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/must be verified to use the model/);
  expect(
    bodies.filter((body) => body !== null),
    "reading sends nothing",
  ).toEqual([]);
  await page.getByRole("button", { name: "Sprawdź komunikat" }).click();
  await expect(page.getByRole("heading", { name: "Obrazy: organizacja nie jest zweryfikowana" })).toBeVisible();
});

test("what is no picture, or no picture that a browser draws, is refused in words", async ({ page, signIn }) => {
  await signIn("student");
  await page.goto("/paste");
  const choose = (name: string, mimeType: string) =>
    page.locator("input[type=file]").setInputFiles({ name, mimeType, buffer: Buffer.from("x") });
  await choose("IMG_1.HEIC", "image/heic");
  await expect(page.getByText("Tego formatu nie odczytamy.")).toBeVisible();
  await choose("umowa.pdf", "application/pdf");
  await expect(page.getByText("To nie jest obrazek.")).toBeVisible();
  await choose("zepsuty.png", "image/png");
  await expect(page.getByText("Tego pliku nie da się otworzyć jako obrazka.")).toBeVisible();
});

test("a page allows workers of its own site and no WebAssembly; only the worker's own answer does", async ({
  page,
  signIn,
}) => {
  await signIn("student");
  const policyOf = async (path: string) => (await page.request.get(path)).headers()["content-security-policy"] ?? "";
  for (const path of ["/paste", "/test"]) {
    expect(await policyOf(path)).toContain("worker-src 'self'");
    expect(await policyOf(path)).not.toContain("wasm-unsafe-eval");
  }
  expect(await policyOf(`${PICTURE_FOLDER}/worker.min.js`)).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  );
});
