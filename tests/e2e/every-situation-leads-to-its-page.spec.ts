import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { CauseId } from "#domain/cause/cause";
import { timecodeOf } from "#domain/course/timecode";
import { SITUATIONS } from "../../scripts/simulator/situations.ts";
import { MET } from "../support/met.ts";
import { expect, openLive, test } from "./support/journey.ts";

type Page = { readonly title: string; readonly at?: string | null };

/** The head of a cause's page, as its author wrote it. */
function pageOf(cause: CauseId): Page {
  const text = readFileSync(new URL(`../../content/causes/${cause}.md`, import.meta.url), "utf8");
  return parse(text.split("---\n")[1] ?? "") as Page;
}

const secondsOf = (time: string): number => time.split(":").reduce((sum, part) => 60 * sum + Number(part), 0);

for (const { id } of SITUATIONS) {
  const met = MET[id];
  if (!met) continue;
  const { title, at } = pageOf(met.cause);

  test(`${id}: the card says '${title}'${at ? ` and plays the film from ${at}` : ""}`, async ({
    page,
    signIn,
    cast,
    student,
  }) => {
    await cast.aSealedKey(student.id, { situation: id });
    await signIn("student");
    await openLive(page, "/test");
    if (met.check === "openai.image") await page.getByRole("checkbox", { name: /Zgadzam się na koszt/ }).check();
    await page.getByRole("button", { name: "Sprawdź dostęp" }).click();

    const card = page.getByRole("list", { name: "Sprawdzenia" }).getByRole("listitem", { name: title });
    await expect(card).toBeVisible({ timeout: 30_000 });
    await expect(card.getByRole("heading", { name: "Co zrobić" })).toBeVisible();
    if (!at) return;
    const seconds = secondsOf(at);
    const film = card.getByRole("link", { name: timecodeOf(seconds) }).first();
    await expect(film).toHaveAttribute("href", new RegExp(`\\?t=${seconds}#film$`));
  });
}
