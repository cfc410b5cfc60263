import { randomBytes } from "node:crypto";
import { inUtf8, inUtf16, inWindows1250 } from "../support/list-bytes.ts";
import { expect, test } from "./support/journey.ts";
import { mailTo } from "./support/mailbox.ts";

const at = () => `${randomBytes(5).toString("hex")}.example.pl`;

const SHAPES = [
  {
    of: "Polish Excel",
    file: (own: string) =>
      inWindows1250(
        `E-mail;Imię;Nazwisko;Telefon\r\newa@${own};Ewa;Żak;1\r\nlukasz@${own};Łukasz;Ślęk;2\r\nzły;X;Y;3\r\n`,
      ),
    says: "windows-1250, separator średnik",
    wrong: 1,
  },
  {
    of: "Moodle",
    file: (own: string) =>
      inUtf16(
        `username\tfirstname\tlastname\temail\tcity\newa\tEwa\tŻak\tewa@${own}\tŁódź\nlukasz\tŁukasz\tŚlęk\tlukasz@${own}\t\n`,
      ),
    says: "utf-16le, separator tabulator",
    wrong: 0,
  },
  {
    of: "a Canvas gradebook",
    file: (own: string) =>
      inUtf8(
        `Student,ID,SIS Login ID,Section\n    Points Possible,,,\n"Żak, Ewa",1,ewa@${own},A\n"Ślęk, Łukasz",2,lukasz@${own},A\n`,
      ),
    says: "utf-8, separator przecinek",
    wrong: 0,
  },
  {
    of: "Google Sheets",
    file: (own: string) => inUtf8(`Email,Name\newa@${own},Ewa Żak\nlukasz@${own},Łukasz Ślęk\nEWA@${own},Ewa\n`),
    says: "utf-8, separator przecinek",
    wrong: 1,
  },
] as const;

for (const { of, file, says, wrong } of SHAPES)
  test(`a list from ${of} is shown, then written, and twice changes nothing`, async ({ page, signIn, cohort }) => {
    const [own, list] = [at(), `/desk/cohorts/${cohort.id}/import`];
    const bring = async () => {
      await page.goto(list);
      await page
        .getByLabel("Plik")
        .setInputFiles({ name: "lista.csv", mimeType: "text/csv", buffer: Buffer.from(file(own)) });
      await page.getByRole("button", { name: "Pokaż zmiany" }).click();
    };
    await signIn("instructor");
    await bring();
    await expect(page.getByText(says)).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: `ewa@${own}` })).toContainText("Ewa Żak");
    await expect(page.getByRole("link", { name: `Do poprawy ${wrong}` })).toBeVisible();
    await page.getByRole("button", { name: "Zapisz 2 zmiany" }).click();
    await expect(page.getByText("Nowe osoby: 2. Zmienione nazwy: 0.")).toBeVisible();
    await page.getByRole("link", { name: "Zobacz osoby" }).click();
    await expect(page.getByText("Łukasz Ślęk")).toBeVisible();
    expect((await mailTo(`ewa@${own}`)).subject).toBe("Zaproszenie do kursu: Grupa próbna");
    await bring();
    await expect(page.getByText("Ta lista niczego nie zmieni.")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Zapisz/ })).toHaveCount(0);
  });

test("a picture in place of a list is answered in words", async ({ page, signIn, cohort }) => {
  await signIn("instructor");
  await page.goto(`/desk/cohorts/${cohort.id}/import`);
  const buffer = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
  await page.getByLabel("Plik").setInputFiles({ name: "lista.png", mimeType: "image/png", buffer });
  await page.getByRole("button", { name: "Pokaż zmiany" }).click();
  await expect(page.getByText(/^To nie jest plik tekstowy/)).toBeVisible();
});
