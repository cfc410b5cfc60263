import { expectAccessible } from "./support/accessibility.ts";
import { addresses } from "./support/addresses.ts";
import { expect, type Page, test } from "./support/journey.ts";

// Several answers each, in many looks.
test.describe.configure({ timeout: 150_000 });

/** One of each kind: the cause is in it, it is not in it, it is somebody else's, it is nobody's. */
const MESSAGES = [
  "Your organization must be verified to use the model `gpt-image-1`. tel. +48 600 700 800",
  "Forbidden - perhaps check your credentials?",
  '{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
  `Usterka numer siedem\n${"x".repeat(400)}\n${"linia dziennika\n".repeat(40)}`,
];

async function pasteInto(page: Page, message: string): Promise<void> {
  await page.getByRole("textbox").first().fill(message);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 2 }).and(page.locator(":focus"))).toBeVisible();
  for (const summary of await page.getByRole("main").locator("summary").all()) await summary.press("Enter");
}

for (const locale of ["pl", "en"] as const) {
  test(`the answers to a pasted message are accessible (${locale})`, async ({ page, signIn }) => {
    await signIn("student");
    await page.context().addCookies([{ name: "rozruch-locale", value: locale, url: addresses.origin }]);
    for (const message of MESSAGES) {
      await page.goto("/paste");
      await pasteInto(page, message);
      await expectAccessible(page, locale);
    }
  });
}

test("the dialog, its refusal and the queue of unknown messages are accessible", async ({
  page,
  signIn,
  browserOf,
}) => {
  await signIn("student");
  await page.goto("/test");
  await page.getByRole("link", { name: "Nie działa? Wklej komunikat" }).click();
  await page.getByRole("button", { name: "Sprawdź komunikat" }).click();
  await expect(page.getByText("Pole jest puste.")).toBeVisible();
  await expectAccessible(page, "pl");

  await page.goto("/paste");
  await pasteInto(page, MESSAGES[3] ?? "");
  await page.getByRole("button", { name: "Przekaż prowadzącemu" }).click();
  await expect(page.getByText("Przekazane.")).toBeVisible();
  const desk = await browserOf("instructor");
  await desk.goto("/desk");
  await desk.getByRole("region", { name: "Nieznane komunikaty" }).getByText("Cały tekst").click();
  await expectAccessible(desk, "pl");
});
