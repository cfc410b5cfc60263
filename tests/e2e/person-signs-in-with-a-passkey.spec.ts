import { expectAccessible } from "./support/accessibility.ts";
import { expect, type Page, type Person, test } from "./support/journey.ts";
import { withWeb } from "./support/portal.ts";
import { sessionCookieOf } from "./support/session.ts";

test.describe.configure({ timeout: 120_000 });
const NAMED = { isNamed: true } as const;

/** A device with a finger that always agrees, in the browser of `page`. */
async function aDevice(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

const passkeys = (page: Page) => page.getByRole("region", { name: "Klucze dostępu" });

test("a student adds a passkey, signs in with it, and takes it away again", async ({ page, database, student }) => {
  await withWeb(NAMED, async (origin) => {
    await aDevice(page);
    await page.context().addCookies([{ ...(await sessionCookieOf(database, student.id)), url: origin }]);
    await page.goto(`${origin}/account`);
    await passkeys(page).getByRole("button", { name: "Dodaj klucz dostępu" }).click();
    await expect(passkeys(page).getByText(/Chrome|Chromium/)).toBeVisible();
    await expectAccessible(page, "pl");

    // The same device makes no second one.
    await passkeys(page).getByRole("button", { name: "Dodaj klucz dostępu" }).click();
    await expect(passkeys(page).getByRole("alert")).toContainText("Klucz nie powstał");

    await page.context().clearCookies();
    await page.goto(`${origin}/login`);
    await page.getByRole("button", { name: "Użyj klucza dostępu" }).click();
    await expect(page).toHaveURL(`${origin}/`);
    await page.goto(`${origin}/account`);
    await expect(page.getByText("Logowanie kluczem dostępu")).toBeVisible();
    await expect(passkeys(page).getByText("ostatnio użyty")).toBeVisible();

    await passkeys(page)
      .getByRole("button", { name: /^Usuń klucz dostępu/ })
      .click();
    await expect(passkeys(page).getByRole("button", { name: /^Usuń/ })).toBeHidden();
    await page.context().clearCookies();
    await page.goto(`${origin}/login`);
    await page.getByRole("button", { name: "Użyj klucza dostępu" }).click();
    await expect(page.getByText("Portal nie zna tego klucza dostępu")).toBeVisible();
  });
});

test("an instructor's passkey is both factors at once", async ({ page, database, instructor }) => {
  await withWeb({ ...NAMED, mode: "production" }, async (origin) => {
    await aDevice(page);
    await page.context().addCookies([{ ...(await sessionCookieOf(database, instructor.id)), url: origin }]);
    await page.goto(`${origin}/account`);
    await passkeys(page).getByRole("button", { name: "Dodaj klucz dostępu" }).click();
    await expect(passkeys(page).getByText(/Chrome|Chromium/)).toBeVisible();
    await page.context().clearCookies();
    await page.goto(`${origin}/login`);
    await page.getByRole("button", { name: "Użyj klucza dostępu" }).click();
    await expect(page.getByRole("heading", { name: /potrzebuje pomocy/ })).toBeVisible();

    // By mail alone they come half the way, and the passkey is the other half.
    await halfway(page, database, instructor, origin);
    await page.goto(`${origin}/desk`);
    await expect(page.getByText("Potwierdź to kluczem dostępu")).toBeVisible();
    await expect(page.getByLabel("Kod z aplikacji")).toBeHidden();
    await page.getByRole("button", { name: "Użyj klucza dostępu" }).click();
    await expect(page.getByRole("heading", { name: /potrzebuje pomocy/ })).toBeVisible();
  });
});

async function halfway(
  page: Page,
  database: Parameters<typeof sessionCookieOf>[0],
  { id: userId }: Person,
  origin: string,
): Promise<void> {
  await page.context().addCookies([{ ...(await sessionCookieOf(database, userId)), url: origin }]);
  await database.session.updateMany({ where: { userId }, data: { secondFactorAt: null } });
}

test("where the portal has a bare address, the account page says where passkeys work", async ({ page, signIn }) => {
  await signIn("student");
  await page.goto("/account");
  await expect(passkeys(page).getByRole("link", { name: /^http:\/\/localhost:/ })).toBeVisible();
});
