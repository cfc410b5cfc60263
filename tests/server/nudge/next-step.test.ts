import { describe, expect, test } from "vitest";
import { requireLesson } from "#server/cohort/asked/commands";
import { setDues } from "#server/cohort/due/commands";
import { aManager } from "../../support/cast.ts";
import { noon, nudging } from "../../support/nudging.ts";
import { ownerDatabase } from "../../support/roles.ts";

const { now, student, switchOn, hour, post, letters, silent } = nudging();

/** The portal's reminder on a fixed day to somebody who has done nothing yet. */
async function reminded(dueDay?: string): Promise<string> {
  const { id } = now.cohort;
  const dues = dueDay ? [{ module: "modul-1", lesson: "konto-openai", dueAt: new Date(`${dueDay}T22:59:00Z`) }] : [];
  await ownerDatabase().messageRecipient.deleteMany({ where: { userId: student().id } });
  await setDues(await aManager(id), id, dues);
  await hour();
  await post();
  return letters().at(-1) ?? "";
}

const NEXT = "Następny krok: „Załóż konto OpenAI” w lekcji";
const day = (days: number) => new Date(noon.getTime() + days * 86_400_000).toISOString().slice(0, 10);
const named = (iso: string) =>
  new Intl.DateTimeFormat("pl", { day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(iso));

describe("a reminder about steps that wait", () => {
  test("says what is next and until when, as it is at that moment", async () => {
    await silent();
    await switchOn({ stalled: 3 });
    const bare = await reminded();
    expect([bare.includes(NEXT), bare.includes("Termin")]).toEqual([true, false]);
    expect(await reminded(day(6))).toMatch(new RegExp(`Termin: do \\S+ ${named(day(6))}\\.`));
    expect(await reminded(day(-8))).toContain(`Termin minął ${named(day(-8))}, ale nadal możesz to zrobić.`);
  });

  test("speaks of nothing that the cohort no longer requires", async () => {
    await silent();
    await switchOn({ stalled: 3 });
    const lesson = { module: "modul-1", lesson: "konto-openai", isRequired: false };
    await requireLesson(await aManager(now.cohort.id), now.cohort.id, lesson, new Date());
    const letter = await reminded(day(6));
    expect([letter.includes(NEXT), letter.includes("Następny krok"), letter.includes(named(day(6)))]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
