import { anIdentityProvider, CLIENT } from "../support/identity-provider.ts";
import { expectAccessible } from "./support/accessibility.ts";
import { expect, type Page, test } from "./support/journey.ts";
import { withWeb } from "./support/portal.ts";

test.describe.configure({ timeout: 120_000 });

/** A portal that offers the account of a school, which vouches for `claims`. */
async function withSchool(
  visit: (origin: string, school: Awaited<ReturnType<typeof anIdentityProvider>>) => Promise<void>,
): Promise<void> {
  const school = await anIdentityProvider();
  const set = {
    OIDC_ISSUER: school.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_NAME: "Szkoła Próbna",
  };
  try {
    await withWeb({ isNamed: true, set }, (origin) => visit(origin, school));
  } finally {
    await school.stop();
  }
}

const throughSchool = (page: Page) => page.getByRole("link", { name: "Zaloguj się przez Szkoła Próbna" }).click();

test("a student comes in through their school, and sees the account linked until they unlink it", async ({
  page,
  student,
}) => {
  await withSchool(async (origin, school) => {
    school.vouchFor({ sub: "s-1", email: student.email, email_verified: true });
    await page.goto(`${origin}/login`);
    await expectAccessible(page, "pl");
    await throughSchool(page);
    await expect(page).toHaveURL(`${origin}/`);
    await page.goto(`${origin}/account`);
    await expect(page.getByText("Logowanie przez szkołę")).toBeVisible();
    const linked = page.getByRole("region", { name: "Połączone konta" });
    await expect(linked.getByText("Szkoła Próbna")).toBeVisible();
    await linked.getByRole("button", { name: "Odłącz konto: Szkoła Próbna" }).click();
    await expect(linked).toBeHidden();
  });
});

test("whom the roster does not know, or the school does not vouch for, is told so and goes on by mail", async ({
  page,
  student,
}) => {
  await withSchool(async (origin, school) => {
    for (const [claims, words] of [
      [{ sub: "s-2", email: "nikt@example.com", email_verified: true }, "Adresu tego konta nie ma na liście kursu"],
      [{ sub: "s-3", email: student.email, email_verified: false }, "To konto nie potwierdza swojego adresu"],
    ] as const) {
      school.vouchFor(claims);
      await page.goto(`${origin}/login`);
      await throughSchool(page);
      await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible();
      await expect(page.getByLabel("Adres e-mail")).toBeVisible();
    }
  });
});

test("an answer that another browser asked for signs nobody in", async ({ page, browserOf, student }) => {
  await withSchool(async (origin, school) => {
    school.vouchFor({ sub: "s-4", email: student.email, email_verified: true });
    const start = await page.request.get(`${origin}/api/sign-in/oidc`, { maxRedirects: 0 });
    const search = await school.visit(new URL(start.headers().location ?? ""));
    const victim = await browserOf(null);
    await victim.goto(`${origin}/api/sign-in/oidc/callback${search}`);
    await expect(victim).toHaveURL(/\/login\?error=expired$/);
    await victim.goto(`${origin}/account`);
    await expect(victim).toHaveURL(`${origin}/login`);
  });
});

test("where the school does not answer, the sign-in page says so and offers the mail", async ({ page }) => {
  await withSchool(async (origin, school) => {
    await school.stop();
    await page.goto(`${origin}/login`);
    await throughSchool(page);
    await expect(page.getByText("chwilowo nie działa")).toBeVisible();
  });
});
