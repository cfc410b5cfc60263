import { expectAccessible } from "./support/accessibility.ts";
import { addresses } from "./support/addresses.ts";
import { expect, test } from "./support/journey.ts";

const OPEN = { pl: "Szukaj", en: "Search" } as const;
const PAGES = ["/search", "/search?q=403", "/search?q=zzzz", "/tags", "/tags/openai"];

test.describe.configure({ timeout: 150_000 });

for (const locale of ["pl", "en"] as const) {
  test.describe(`the search (${locale})`, () => {
    test.beforeEach(async ({ page, signIn }) => {
      await signIn("student");
      await page.context().addCookies([{ name: "rozruch-locale", value: locale, url: addresses.origin }]);
    });

    test("is accessible on its page and on those of the tags", async ({ page }) => {
      for (const path of PAGES) {
        await page.goto(path);
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        await expectAccessible(page, locale);
      }
    });

    test("is accessible in its dialog, with something that was found and with nothing", async ({ page }) => {
      await page.goto("/");
      const dialog = page.getByRole("dialog");
      const field = dialog.getByRole("combobox");
      // Before its script has loaded the link leads to the page.
      await expect(async () => {
        await page.goto("/");
        await page.getByRole("link", { name: OPEN[locale], exact: true }).click();
        await expect(field).toBeFocused({ timeout: 2_000 });
      }).toPass();
      await expectAccessible(page, locale);
      await field.fill("zzzz");
      await expect(dialog.getByRole("link")).toHaveCount(2);
      await expectAccessible(page, locale);
      await field.fill("API");
      await expect(dialog.getByRole("option").first()).toBeVisible();
      await field.press("ArrowDown");
      await expect(dialog.getByRole("option", { selected: true })).toHaveCount(1);
      await expectAccessible(page, locale);
    });
  });
}
