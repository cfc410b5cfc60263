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
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 osoba potrzebuje pomocy");
  await expect(page.getByRole("navigation").getByRole("link", { name: "Grupy" })).toHaveCount(0);
  await page.goto("/desk/people");
  await expect(page.getByText("Celina Próbna")).toBeVisible();
  await expect(page.getByText("Zmień", { exact: true })).toHaveCount(0);

  await page.goto(`/desk/students/${student.id}`);
  await expect(page.getByText("Nie wiem, co dalej.")).toBeVisible();
  await expect(page.getByText("Usuń z grupy")).toHaveCount(0);
  await page.getByRole("button", { name: "Załatwione" }).click();
  await expect(page.getByRole("region", { name: "Ostatnia prośba o pomoc" })).toContainText("Zamknięte:");
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
