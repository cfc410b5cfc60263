import { type BrowserContextOptions, test as base, type Page } from "@playwright/test";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#server/database/generated/client";
import { type Cast, castIn } from "../../../scripts/seed/cast.ts";
import { addresses } from "./addresses.ts";
import { sessionCookieOf } from "./session.ts";

export { expect, type Page } from "@playwright/test";

export type Cohort = Awaited<ReturnType<Cast["aCohort"]>>;
export type Person = Awaited<ReturnType<Cast["aStudent"]>>;
type Role = "student" | "instructor";

type Journey = {
  readonly cast: Cast;
  /** A cohort, a student and an instructor that no other test has. */
  readonly cohort: Cohort;
  readonly student: Person;
  readonly instructor: Person;
  /** Signs `page` in by writing the session straight to the database. */
  readonly signIn: (who: Role | Person) => Promise<void>;
  /** A page in a browser of somebody's own; nobody's where `who` is null. */
  readonly browserOf: (who: Role | Person | null, options?: BrowserContextOptions) => Promise<Page>;
};

export const test = base.extend<Journey, { readonly database: PrismaClient }>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const database = new PrismaClient({ adapter: new PrismaPg({ connectionString: addresses.database }) });
      await use(database);
      await database.$disconnect();
    },
    { scope: "worker" },
  ],
  cast: ({ database }, use) => use(castIn(database)),
  cohort: async ({ cast }, use) => use(await cast.aCohort({ name: "Grupa próbna" })),
  student: async ({ cast, cohort }, use) => use(await cast.aStudent({ cohortId: cohort.id, name: "Celina Próbna" })),
  instructor: async ({ cast, cohort }, use) =>
    use(await cast.anInstructor({ cohortId: cohort.id, name: "Maria Prowadząca" })),
  signIn: async ({ context, database, student, instructor }, use) => {
    const people = { student, instructor };
    await use(async (who) => {
      const person = typeof who === "string" ? people[who] : who;
      await context.addCookies([await sessionCookieOf(database, person.id)]);
    });
  },
  browserOf: async ({ browser, contextOptions, baseURL, database, student, instructor }, use) => {
    const people = { student, instructor };
    const opened: Page[] = [];
    await use(async (who, options = {}) => {
      const context = await browser.newContext({ ...contextOptions, ...(baseURL ? { baseURL } : {}), ...options });
      const person = typeof who === "string" ? people[who] : who;
      if (person) await context.addCookies([await sessionCookieOf(database, person.id)]);
      const page = await context.newPage();
      opened.push(page);
      return page;
    });
    await Promise.all(opened.map((page) => page.context().close()));
  },
});

/** Opens an address and waits until the page listens for changes, so that the next one cannot pass it by. */
export async function openLive(page: Page, path: string): Promise<void> {
  const listening = page.waitForResponse((response) => new URL(response.url()).pathname === "/api/live");
  await page.goto(path);
  await listening;
}

/** Asks for a whole test, the picture too. The last box and button are those of the whole run; a card above repeats its own check. */
export async function testWithImage(page: Page): Promise<void> {
  const consent = page.getByRole("checkbox", { name: /Zgadzam się na koszt/ });
  await consent.last().check();
  await page.getByRole("button", { name: /^Sprawdź (dostęp|wszystko ponownie)$/ }).click();
}
