import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { CauseId } from "#domain/cause/cause";
import type { CheckName } from "#domain/check/check";
import { timecodeOf } from "#domain/course/timecode";
import { SITUATIONS } from "../../scripts/simulator/situations.ts";
import { MET, type Met } from "../support/met.ts";
import { expect, type Page, type Person, test } from "./support/journey.ts";

// Many students each, and two calls that a provider never answers.
test.describe.configure({ timeout: 180_000 });

type Front = { readonly title: string; readonly at?: string | null };

/** The head of a cause's page, as its author wrote it. */
function pageOf(cause: CauseId): Front {
  const text = readFileSync(new URL(`../../content/causes/${cause}.md`, import.meta.url), "utf8");
  return parse(text.split("---\n")[1] ?? "") as Front;
}

const secondsOf = (time: string): number => time.split(":").reduce((sum, part) => 60 * sum + Number(part), 0);

async function startTest(page: Page, { check }: Met): Promise<void> {
  await page.goto("/test");
  if (check === "openai.image") await page.getByRole("checkbox", { name: /Zgadzam się na koszt/ }).check();
  await page.getByRole("button", { name: "Sprawdź dostęp" }).click();
  await expect(page.getByRole("button", { name: "Sprawdź dostęp" })).toBeHidden();
}

/** The card says what the page of the cause says, and plays the film from the second that it names. */
async function expectCard(page: Page, { cause }: Met): Promise<void> {
  const { title, at } = pageOf(cause);
  await page.goto("/test");
  const card = page.getByRole("list", { name: "Sprawdzenia" }).getByRole("listitem", { name: title });
  await expect(card).toBeVisible({ timeout: 30_000 });
  await expect(card.getByRole("heading", { name: "Co zrobić" })).toBeVisible();
  if (!at) return;
  const film = card.getByRole("link", { name: timecodeOf(secondsOf(at)) }).first();
  await expect(film).toHaveAttribute("href", new RegExp(`\\?t=${secondsOf(at)}#film$`));
}

const CHECKS = ["openai.key", "openai.credits", "openai.image"] as const satisfies readonly CheckName[];

for (const check of CHECKS) {
  test(`every situation that stops ${check} leads to its page and to its second of the film`, async ({
    page,
    signIn,
    cast,
    cohort,
  }) => {
    const met: { readonly id: string; readonly what: Met; readonly person: Person }[] = [];
    for (const { id } of SITUATIONS) {
      const what = MET[id];
      if (what?.check !== check) continue;
      const person = await cast.aStudent({ cohortId: cohort.id, name: `Osoba ${id}` });
      await cast.aSealedKey(person.id, { situation: id });
      met.push({ id, what, person });
    }
    // All are tested at once, since some of them take the patience of a whole call.
    for (const { id, what, person } of met)
      await test.step(`${id} is tested`, async () => {
        await signIn(person);
        await startTest(page, what);
      });
    for (const { id, what, person } of met)
      await test.step(`${id} is explained`, async () => {
        await signIn(person);
        await expectCard(page, what);
      });
  });
}
