import { expect, test } from "./support/journey.ts";

const PAGES = ["/", "/key", "/test", "/lessons/modul-1/klucz-api"];

test("T13: every page comes with a nonce of its own, and each of its scripts carries it", async ({ page, signIn }) => {
  await signIn("student");
  const nonces = new Set<string>();
  for (const path of PAGES) {
    const response = await page.request.get(path);
    const policy = response.headers()["content-security-policy"] ?? "";
    const nonce = /script-src[^;]*'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(nonce).not.toBe("");
    expect(policy).toContain("frame-ancestors 'none'");
    const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(PAGES.length);
});

const INTRUDER = `<script>window.intruder = true</script><img src="data:," alt="" onerror="window.intruder = true">`;

test("T13: a script that somebody got into a page does not run", async ({ page, signIn }) => {
  await signIn("student");
  await page.route("**/key", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("</body>", `${INTRUDER}</body>`) });
  });
  const refusals: string[] = [];
  page.on("console", (message) => {
    const [refused] = /inline (script|event handler) violates/.exec(message.text())?.slice(1) ?? [];
    if (refused) refusals.push(refused);
  });
  await page.goto("/key");
  await expect.poll(() => refusals.toSorted()).toEqual(["event handler", "script"]);
  expect(await page.evaluate(() => "intruder" in window)).toBe(false);
});
