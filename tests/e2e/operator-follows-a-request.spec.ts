import { expect, type Page, test } from "./support/journey.ts";
import { aKey } from "./support/keys.ts";
import { logFiles } from "./support/leftovers.ts";

type Line = Readonly<Record<string, unknown>>;

/** The events of a log; what is no line of JSON is not ours. */
const eventsIn = (log: "web.log" | "worker.log"): Line[] =>
  String(logFiles().find(({ name }) => name === log)?.text ?? "")
    .split("\n")
    .filter((line) => line.startsWith('{"level":'))
    .map((line) => JSON.parse(line) as Line);

const requestOf = async (page: Page, path: string): Promise<string> => {
  const response = await page.waitForResponse(
    (answer) => answer.request().method() === "POST" && new URL(answer.url()).pathname === path,
  );
  return response.headers()["x-request-id"] ?? "";
};

test("a request is followed by its id from its answer through the job to the provider", async ({ page, signIn }) => {
  await signIn("student");
  await page.goto("/key");
  await page.getByLabel("Klucz API z OpenAI").fill(aKey());
  const answered = requestOf(page, "/api/credential");
  await page.getByRole("button", { name: "Zapisz i sprawdź" }).click();
  const requestId = await answered;
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { name: "Na koncie są środki" })).toBeVisible();

  const about = (log: "web.log" | "worker.log") => eventsIn(log).filter((line) => line.requestId === requestId);
  await expect(async () => expect(about("worker.log").at(-1)).toMatchObject({ event: "test.finished" })).toPass();
  expect(about("web.log")).toMatchObject([{ event: "job.asked", queue: "access-test" }]);
  const asked = about("worker.log").filter(({ providerRequest }) => typeof providerRequest === "string");
  expect(asked.map(({ event }) => event)).toContain("check.finished");
});

test("an action of a page is followed by its id too", async ({ page, signIn, cast, student }) => {
  await cast.aSealedKey(student.id);
  await signIn("student");
  await page.goto("/test");
  const answered = requestOf(page, "/test");
  await page.getByRole("button", { name: "Sprawdź dostęp" }).click();
  const requestId = await answered;
  const events = (log: "web.log" | "worker.log") =>
    eventsIn(log).flatMap((line) => (line.requestId === requestId ? [line.event] : []));
  await expect(() => expect(events("worker.log")).toContain("test.finished")).toPass();
  expect(events("web.log")).toEqual(["job.asked"]);
});

test("whoever meets an error is shown a code that the log has, with the request and without what was typed", async ({
  page,
  signIn,
}) => {
  await signIn("student");
  await page.goto("/lessons/modul-1/konto-openai");
  const form = page.locator("form:has(input[name=step])").first();
  await form
    .locator("input[name=step]")
    .evaluate((field: HTMLInputElement) => field.setAttribute("value", "Ania Kowalska!"));
  const answered = requestOf(page, "/lessons/modul-1/konto-openai");
  await form.getByRole("button").first().click();
  const requestId = await answered;
  await expect(page.getByRole("heading", { name: "Coś się zepsuło po naszej stronie" })).toBeVisible();
  const code = await page.locator("code").textContent();
  expect(code).not.toBe("");

  const failed = () => eventsIn("web.log").filter(({ event, digest }) => event === "request.failed" && digest === code);
  await expect(() => expect(failed().map((line) => line.requestId)).toContain(requestId)).toPass();
  expect(failed().find((line) => line.requestId === requestId)).toMatchObject({
    method: "POST",
    route: "/lessons/[module]/[lesson]",
    part: "action",
    error: "ZodError",
  });
  for (const { text } of logFiles()) expect(text).not.toContain("Kowalska");
});
