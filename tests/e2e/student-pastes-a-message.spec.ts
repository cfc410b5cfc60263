import { expect, openLive, type Page, test } from "./support/journey.ts";
import { aKeyLike } from "./support/keys.ts";
import { Traffic } from "./support/traffic.ts";

const UNVERIFIED =
  "403 Your organization must be verified to use the model `gpt-image-1`. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization. If you just verified, it can take up to 15 minutes for access to propagate.";
const HEADLINE = "Forbidden - perhaps check your credentials?";
const UNKNOWN = "Moduł lodówki: usterka numer siedem w agregacie";
const CARD = "Obrazy: organizacja nie jest zweryfikowana";

const aSecret = () => aKeyLike("sk", "proj");
const fieldOf = (page: Page) => page.getByRole("textbox", { name: "Treść komunikatu" });
const answerOf = (page: Page, name: string) => page.getByRole("region", { name });

async function paste(page: Page, text: string): Promise<void> {
  await fieldOf(page).fill(text);
  await page.getByRole("button", { name: /^Sprawdź (komunikat|jeszcze raz)$/ }).click();
}

test("a student who pastes the refusal of an image is told why, and shown the second of the film", async ({
  page,
  signIn,
}) => {
  await signIn("student");
  await page.goto("/paste");
  await fieldOf(page).fill(UNVERIFIED);
  await fieldOf(page).press("Control+Enter");
  const answer = answerOf(page, "Oto, co znaczy ten komunikat");
  await expect(answer.getByRole("heading", { name: "Oto, co znaczy ten komunikat" })).toBeFocused();
  await expect(answer.getByRole("heading", { name: CARD })).toBeVisible();
  await expect(answer).toContainText("Poznajemy to po słowach:");
  await expect(fieldOf(page)).toHaveValue(UNVERIFIED);
  await answer.getByRole("link", { name: /7:05/ }).click();
  await expect(page).toHaveURL(/\/lessons\/modul-1\/obrazy-i-weryfikacja\?t=425/);
});

test("a secret that was pasted never leaves the browser", async ({ page, context, signIn }) => {
  await signIn("student");
  await page.goto("/paste");
  const secret = aSecret();
  const traffic = new Traffic(context);
  await paste(page, `${UNVERIFIED}\n-H "Authorization: Bearer ${secret}"`);
  await expect(answerOf(page, "Oto, co znaczy ten komunikat")).toContainText("Ukryto 1 sekret przed wysłaniem");
  expect(traffic.posts).toEqual(["/paste"]);
  expect(traffic.sent).toContain("must be verified");
  for (const piece of secret.match(/.{12}/g) ?? []) expect(traffic.sent).not.toContain(piece);
  await expect(fieldOf(page)).toHaveValue(/Bearer \[secret\]/);
});

test("n8n's headline has no cause: it gets the way to its details, a drawing and the candidates", async ({
  page,
  signIn,
}) => {
  await signIn("student");
  await page.goto("/paste");
  await paste(page, HEADLINE);
  const answer = answerOf(page, "Ten komunikat nie mówi jeszcze, co jest nie tak");
  const details = answer.getByRole("region", { name: "Otwórz szczegóły i wklej całość" });
  await expect(details.getByRole("img").first()).toBeVisible();
  const candidates = answer.getByRole("region", { name: "Najczęściej to jedna z tych przyczyn" });
  await candidates.getByText(CARD).first().click();
  await expect(candidates.getByText("Verify Organization").first()).toBeVisible();
});

test("an unknown message that is passed on appears on the desk, and goes when it is dealt with", async ({
  page,
  signIn,
  browserOf,
  student,
}) => {
  const desk = await browserOf("instructor");
  await openLive(desk, "/desk");
  const queue = desk.getByRole("region", { name: "Nieznane komunikaty" });
  await expect(queue).toContainText("Nie ma nieznanych komunikatów.");

  await signIn("student");
  await page.goto("/paste");
  await paste(page, UNKNOWN);
  const answer = answerOf(page, "Nie znamy tego komunikatu");
  await expect(answer).toContainText("Prowadzący zobaczy ten tekst i Twoje imię i nazwisko");
  await answer.getByRole("button", { name: "Przekaż prowadzącemu" }).click();
  await expect(answer.getByText("Przekazane.")).toBeVisible();
  await paste(page, `${UNKNOWN}, wersja druga`);
  await expect(answer.getByRole("button", { name: "Przekaż prowadzącemu" })).toBeVisible();

  await expect(queue.getByRole("listitem", { name: student.name })).toContainText(UNKNOWN);
  await queue.getByRole("button", { name: "Załatwione" }).click();
  await expect(queue).toContainText("Nie ma nieznanych komunikatów.");
});

test("one click asks for help with the message, and both sides see it", async ({
  page,
  signIn,
  browserOf,
  student,
}) => {
  await signIn("student");
  await page.goto("/paste");
  await paste(page, UNVERIFIED);
  await page.getByText("Zobacz, co wyślemy").click();
  await expect(page.getByLabel("Wiadomość do prowadzącego")).toHaveValue(/organizacja bez weryfikacji/);
  await page.getByRole("button", { name: "Poproś o pomoc z tym komunikatem" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Prowadzący już wie");
  await page.getByText("Wklejony komunikat").click();
  await expect(page.getByText("must be verified")).toBeVisible();
  await expect(page.getByLabel("Którego kroku to dotyczy?")).toHaveValue("weryfikacja-start");

  const desk = await browserOf("instructor");
  await desk.goto(`/desk/students/${student.id}`);
  const request = desk.getByRole("region", { name: "Prosi o pomoc" });
  await request.getByText("Wklejony komunikat").click();
  await expect(request).toContainText("Rozpoznany jako: organizacja bez weryfikacji");
  await expect(request.getByText("must be verified")).toBeVisible();

  await page.goto("/paste");
  await paste(page, UNKNOWN);
  await page.getByRole("button", { name: "Dodaj ten komunikat do swojej prośby" }).click();
  await expect(page.getByText("Portal go nie rozpoznał")).toBeVisible();
});

test("without JavaScript the answer comes with the page, and the field keeps its text without the secret", async ({
  browserOf,
}) => {
  const page = await browserOf("student", { javaScriptEnabled: false });
  const secret = aSecret();
  await page.goto("/paste");
  await paste(page, `${UNVERIFIED} ${secret}`);
  const answer = answerOf(page, "Oto, co znaczy ten komunikat");
  await expect(answer).toContainText("Ukryto 1 sekret zaraz po odebraniu");
  await expect(answer.getByRole("heading", { name: CARD })).toBeVisible();
  await expect(fieldOf(page)).toHaveValue(`${UNVERIFIED} [secret]`);
  expect(page.url()).toMatch(/\/paste$/);
  await expect(page.getByRole("button", { name: "Wybierz zrzut ekranu" })).toBeHidden();

  await paste(page, "  ");
  await expect(page.getByText("Pole jest puste.")).toBeVisible();
  await paste(page, UNKNOWN);
  await page.getByRole("button", { name: "Przekaż prowadzącemu" }).click();
  await expect(page.getByText("Przekazane. Prowadzący zobaczy ten komunikat w swoim panelu.")).toBeVisible();
});

test("every page opens it as a dialog that gives the focus back", async ({ page, signIn }) => {
  await signIn("student");
  await openLive(page, "/lessons/modul-1/obrazy-i-weryfikacja");
  const opener = page.getByRole("link", { name: "Nie działa? Wklej komunikat" });
  await opener.click();
  const dialog = page.getByRole("dialog", { name: "Wklej komunikat" });
  await expect(dialog.getByRole("textbox", { name: "Treść komunikatu" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();

  await opener.click();
  await paste(page, UNVERIFIED);
  await expect(dialog.getByRole("heading", { name: "Oto, co znaczy ten komunikat" })).toBeFocused();
  await dialog.getByRole("link", { name: /7:05/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\?t=425/);
});

test("a stranger who wants to paste is asked to sign in first", async ({ page }) => {
  await page.goto("/paste");
  await expect(page).toHaveURL(/\/login$/);
});
