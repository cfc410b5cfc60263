import { expectAccessible } from "./support/accessibility.ts";
import { aCourseFor } from "./support/course.ts";
import { expect, type Page, test } from "./support/journey.ts";
import { withWeb } from "./support/portal.ts";

const LESSON = "/lessons/m1/lekcja";
const BEFORE = new Date("2026-10-20T12:00:00Z");

const stepOf = (page: Page, title: string) => page.getByRole("region", { name: title });
const tickOf = (page: Page, title: string) =>
  stepOf(page, title).getByRole("button", { name: /^Oznacz jako zrobione/ });

test("a locked step says what comes first and leads there, and opens once that is done", async ({
  browserOf,
  cohort,
}) => {
  await withWeb({ content: await aCourseFor(cohort.slug) }, async (origin) => {
    const page = await browserOf("student", { baseURL: origin });
    await page.goto("/");
    const second = page.getByRole("listitem").filter({ hasText: "Druga lekcja" });
    await expect(second).toContainText("Zablokowane · opcjonalna · Najpierw ukończ: lekcja „Pierwsza lekcja”");
    await expectAccessible(page, "pl");
    await second.getByRole("link", { name: "lekcja „Pierwsza lekcja”" }).click();

    const locked = stepOf(page, "Potem to");
    await expect(locked.getByRole("status")).toContainText("Zablokowane. Najpierw ukończ: Zrób to");
    await expect(locked.getByRole("button")).toHaveCount(0);
    await expectAccessible(page, "pl");
    await locked.getByRole("link", { name: "Zrób to" }).click();
    await expect(page).toHaveURL(/#zrob-to$/);
    await tickOf(page, "Zrób to").click();
    await expect(tickOf(page, "Potem to")).toBeVisible();

    await page.goto("/lessons/m1/druga");
    await expect(page.getByText("Zablokowane. Najpierw ukończ: lekcja „Pierwsza lekcja”. Czytać możesz")).toBeVisible();
    await expect(page.getByText("lekcja opcjonalna, możesz ją pominąć")).toBeVisible();
    await expect(page.getByText("Tak.").first()).toBeVisible();
  });
});

test("a page that was open for long is told why its tick is refused", async ({ browserOf, cohort, cast, student }) => {
  await cast.aTick(student.id, "a");
  await withWeb({ content: await aCourseFor(cohort.slug) }, async (origin) => {
    const old = await browserOf("student", { baseURL: origin, javaScriptEnabled: false });
    await old.goto(LESSON);
    await expect(tickOf(old, "Potem to")).toBeVisible();
    const page = await browserOf("student", { baseURL: origin });
    await page.goto(LESSON);
    await stepOf(page, "Zrób to")
      .getByRole("button", { name: /^Cofnij/ })
      .click();
    await expect(stepOf(page, "Potem to")).toContainText("Zablokowane.");

    await tickOf(old, "Potem to").click();
    await expect(old).toHaveURL(/\?refused=b#potem-to$/);
    await expect(stepOf(old, "Potem to").getByRole("alert")).toHaveText(
      "Ten krok jest jeszcze zablokowany, więc nie został oznaczony.",
    );
    await expect(stepOf(old, "Potem to")).toContainText("Najpierw ukończ: Zrób to");
  });
});

test("whoever had finished stays finished and sees what is new; their instructor sees it too", async ({
  browserOf,
  cohort,
  cast,
  student,
}) => {
  for (const id of ["a", "b"]) await cast.aTick(student.id, id, BEFORE);
  const newcomer = await cast.aStudent({ cohortId: cohort.id, name: "Nowa Osoba" });
  await withWeb({ content: await aCourseFor(cohort.slug) }, async (origin) => {
    const page = await browserOf("student", { baseURL: origin });
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1, name: "Wszystkie wymagane kroki za Tobą" })).toBeVisible();
    const next = page.getByRole("region", { name: "Na koniec to" });
    await expect(next).toContainText("Nowy krok");
    await expect(next).toContainText("Moduł pozostaje ukończony");
    await expectAccessible(page, "pl");
    await page.goto(LESSON);
    await expect(stepOf(page, "Na koniec to").getByText("nowe")).toBeVisible();
    await tickOf(page, "Na koniec to").click();
    await expect(stepOf(page, "Na koniec to")).toContainText("Oznaczone przez Ciebie");
    await expect(page.getByText("nowe", { exact: true })).toHaveCount(0);

    const other = await browserOf(newcomer, { baseURL: origin });
    await other.goto("/");
    await expect(other.getByRole("heading", { level: 1 })).toContainText("3 kroki");
    const desk = await browserOf("instructor", { baseURL: origin });
    await desk.goto(`/desk/students/${newcomer.id}`);
    const steps = desk.getByRole("region", { name: "Kroki" });
    await expect(steps).toContainText("Wymagane: 0 z 3");
    await expect(steps.getByRole("listitem").filter({ hasText: "Potem to" })).toContainText("Zablokowane");
    await expectAccessible(desk, "pl");
  });
});

test("a lesson for one cohort is there for its people alone, and its staff see for whom it is", async ({
  browserOf,
  cohort,
  cast,
}) => {
  const stranger = await cast.aStudent({ cohortId: (await cast.aCohort()).id, name: "Ktoś Inny" });
  await withWeb({ content: await aCourseFor(cohort.slug) }, async (origin) => {
    const own = await browserOf("student", { baseURL: origin });
    await own.goto("/lessons/m1/grupowa");
    await expect(tickOf(own, "Zrób to")).toBeVisible();
    const other = await browserOf(stranger, { baseURL: origin });
    expect((await other.goto("/lessons/m1/grupowa"))?.status()).toBe(404);
    await other.goto("/");
    await expect(other.getByRole("link", { name: "Druga lekcja" })).toBeVisible();
    await expect(other.getByText("Lekcja grupy")).toHaveCount(0);
    const staff = await browserOf("instructor", { baseURL: origin });
    await staff.goto("/lessons/m1/grupowa");
    await expect(staff.getByText("tylko: Grupa próbna")).toBeVisible();
    await expectAccessible(staff, "pl");
  });
});
