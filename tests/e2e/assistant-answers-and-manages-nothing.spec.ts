import { expect, test } from "./support/journey.ts";

test("an assistant sees and answers, and may neither export, import, invite nor remove", async ({
  page,
  signIn,
  cast,
  cohort,
  student,
}) => {
  const assistant = await cast.anAssistant({ cohortId: cohort.id, name: "Alicja Asystująca" });
  await cast.aHelpRequest(student.id, "Nie wiem, co dalej.");
  await cast.settle(student.id);
  await signIn(assistant);
  await page.goto("/desk");
  await expect(page.getByText("Nie wiem, co dalej.").first()).toBeVisible();
  await expect(page.getByRole("navigation").getByRole("link", { name: "Grupy" })).toHaveCount(0);
  await page.goto("/desk/people");
  await expect(page.getByText("Celina Próbna")).toBeVisible();
  await expect(page.getByText("Zmień", { exact: true })).toHaveCount(0);

  await page.goto(`/desk/students/${student.id}`);
  await expect(page.getByText("Usuń z kursu")).toHaveCount(0);
  await page.getByRole("button", { name: /Odpowied/ }).click();
  await page.goto("/desk");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nikt teraz nie potrzebuje pomocy");

  for (const path of ["", `/${cohort.id}`, `/${cohort.id}/invite`, `/${cohort.id}/import`])
    expect((await page.goto(`/desk/cohorts${path}`))?.status()).toBe(403);
  for (const what of ["people", "needs", "progress"])
    expect((await page.request.get(`/api/export/${what}`)).status()).toBe(403);
  const multipart = { cohort: cohort.id, file: { name: "l.csv", mimeType: "text/csv", buffer: Buffer.from("email") } };
  const headers = { origin: new URL(page.url()).origin };
  expect((await page.request.post("/api/roster", { multipart, headers })).status()).toBe(403);
});

test("a manager makes a cohort, sets its rule with whom it points at in view, and puts it away and back", async ({
  page,
  signIn,
  cast,
  cohort,
}) => {
  const long = new Date(Date.now() - 9 * 86_400_000);
  for (const name of ["Ada Cicha", "Olga Cicha"])
    await cast.aStudent({ cohortId: cohort.id, name, invitedAt: long, firstSignedInAt: null });
  await signIn("instructor");
  await page.goto("/desk/cohorts");
  await page.getByRole("link", { name: "Grupa próbna" }).click();
  await page.getByLabel("Tyle dni od zaproszenia bez logowania").fill("8");
  await expect(page.getByText("Ta reguła wskaże teraz 2 osoby:")).toBeVisible();
  await page.getByLabel("Tyle dni od zaproszenia bez logowania").fill("10");
  await expect(page.getByText("Ta reguła nie wskaże teraz nikogo.")).toBeVisible();
  await page.getByRole("button", { name: "Zapisz regułę" }).click();
  await expect(page.getByText("Zapisane.")).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Osoby: CSV (Excel po polsku)" }).click();
  expect((await download).suggestedFilename()).toBe("rozruch-people.csv");

  await page.getByText("Przenieś do archiwum").click();
  await page.getByRole("button", { name: "Tak, przenieś" }).click();
  await expect(page.getByText("Grupa „Grupa próbna” jest w archiwum.")).toBeVisible();
  await page.getByRole("button", { name: "Cofnij" }).click();
  await expect(page.getByRole("link", { name: "Grupa próbna" })).toBeVisible();
  await page.getByLabel("Nazwa grupy").fill("Zimowa 2027");
  await page.getByRole("button", { name: "Utwórz grupę" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zimowa 2027");
});
