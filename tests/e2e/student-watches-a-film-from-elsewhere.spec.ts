import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "./support/journey.ts";
import { withCourse } from "./support/own-course.ts";

// Each starts a portal of its own.
test.describe.configure({ timeout: 120_000 });

const filmOf = (page: Page) => page.getByRole("region", { name: "Film próbny", exact: true });
/** Where the film is, as it says itself below the picture. */
const positionOf = (page: Page) => filmOf(page).getByText(/^\d+:\d\d \/ \d+:\d\d$/);

const ID = "M7lc1UVf-VE";
const MODULE = (source: string) => `title: { pl: Moduł, en: Module }
order: 1
lessons: [wstep, lekcja]
videos:
  - id: film
    title: { pl: Film próbny, en: Trial film }
    ${source}
    seconds: 490
    captions: [{ locale: pl, file: film.pl.srt }]
    chapters: [{ at: "0:00", title: { pl: Początek, en: Beginning } }, { at: "3:23", title: { pl: Dalej, en: On } }]
`;
const courseWith = (source: string) => ({
  "m1/module.yaml": MODULE(source),
  "m1/wstep.md": "---\nvideo: null\n---\n\n# Wstęp\n\nZobacz 3:23.\n",
  "m1/lekcja.md": "# Lekcja\n\nZobacz od czasu 3:23.\n\n## Jak\n\nTak.\n",
  "m1/film.pl.srt": "1\n00:00:01,000 --> 00:00:04,000\nCześć\n\n2\n00:03:20,000 --> 00:03:30,000\nNazwa organizacji\n",
});

/** All hosts but our own that a page asks for something; they get a page that says nothing. */
async function foreignHosts(page: Page): Promise<URL[]> {
  const asked: URL[] = [];
  await page.route(
    ({ hostname }) => hostname !== "127.0.0.1",
    async (route) => {
      asked.push(new URL(route.request().url()));
      await route.fulfill({ contentType: "text/html", body: FRAME });
    },
  );
  return asked;
}

/** A player that answers as YouTube's does, and shows what it has been told. */
const FRAME = `<!doctype html><title>Player</title><p id="told"></p><script>
  addEventListener("message", ({ data, source }) => {
    const { event, func, args } = JSON.parse(data);
    const say = (info) => source.postMessage(JSON.stringify({ event: "infoDelivery", info }), "*");
    if (event === "listening") say({ currentTime: 203, duration: 490, playerState: 1, volume: 100, muted: false });
    if (func) document.getElementById("told").textContent += " " + func + (args || []).join();
    if (func === "seekTo") say({ currentTime: args[0] });
    if (func === "pauseVideo") say({ playerState: 2 });
  });
</script>`;

test("a film on YouTube asks nobody else before the click, and then plays there without cookies", async ({
  page,
  signIn,
}) => {
  await signIn("student");
  await withCourse(courseWith(`youtube: "https://youtu.be/${ID}?si=abc"`), async (origin) => {
    const asked = await foreignHosts(page);
    const film = filmOf(page);
    const response = await page.goto(`${origin}/lessons/m1/lekcja?t=203`);
    expect(response?.headers()["content-security-policy"]).toContain("frame-src https://www.youtube-nocookie.com;");
    const button = film.getByRole("button", { name: "Odtwórz film od 3:23" });
    await expect(button).toBeVisible();
    await expect(film).toContainText("Dopiero po kliknięciu serwery www.youtube-nocookie.com zobaczą adres");
    await expect(film.getByRole("link", { name: "Otwórz w serwisie YouTube" })).toHaveAttribute(
      "href",
      `https://www.youtube.com/watch?v=${ID}&t=203s`,
    );
    await page.waitForLoadState("networkidle");
    expect(asked).toEqual([]);

    await button.click();
    const player = page.frameLocator("iframe");
    await expect(player.locator("p")).toBeAttached();
    expect(asked.map(({ host, pathname }) => host + pathname)).toEqual([`www.youtube-nocookie.com/embed/${ID}`]);
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toMatchObject({ start: "203", autoplay: "1" });

    await film.getByText("Zapis filmu", { exact: true }).click();
    await film.getByRole("link", { name: /Cześć/ }).click();
    await expect(player.locator("#told")).toContainText("seekTo1,true playVideo");
    await expect(film.getByRole("link", { name: /Cześć/ })).toHaveAttribute("aria-current", "true");
    await page.keyboard.press("l");
    await expect(positionOf(page)).toHaveText("0:11 / 8:10");
    await page.keyboard.press("k");
    await expect(player.locator("#told")).toContainText("pauseVideo");
    await film.getByRole("link", { name: /Nazwa organizacji/ }).click();
    await page.keyboard.press("c");
    await expect(film.getByRole("switch", { name: /napisy/i })).toHaveAttribute("aria-checked", "true");
  });
});

test("a time in the text loads a film of another site at its second, also for somebody who came by a link", async ({
  page,
  signIn,
}) => {
  await signIn("student");
  await withCourse(courseWith("vimeo: https://vimeo.com/76979871/a1b2c3d4e5"), async (origin) => {
    const asked = await foreignHosts(page);
    await page.goto(`${origin}/lessons/m1/wstep`);
    await expect(page.getByText("Zobacz 3:23.")).toBeVisible();
    await expect(page.getByRole("link", { name: "3:23" })).toHaveCount(0);
    await page
      .getByRole("link", { name: /Lekcja/ })
      .last()
      .click();
    await expect(page.getByRole("button", { name: "Odtwórz film" })).toBeVisible();
    await page.getByRole("article").getByRole("link", { name: "3:23", exact: true }).click();
    await expect
      .poll(() => asked.map(({ host, pathname }) => host + pathname))
      .toEqual(["player.vimeo.com/video/76979871"]);
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toMatchObject({ dnt: "1", h: "a1b2c3d4e5" });
    await expect(page.locator("iframe")).toHaveAttribute("src", /#t=203s$/);
  });
});

test("a playlist of the module plays, segment by segment", async ({ page, signIn }) => {
  await signIn("student");
  const folder = join(import.meta.dirname, "support/hls");
  const parts = Object.fromEntries(
    readdirSync(folder).map((name) => [`m1/hls/${name}`, readFileSync(join(folder, name))] as const),
  );
  const course = { ...courseWith("hls: hls/film.m3u8"), ...parts };
  await withCourse(course, async (origin) => {
    await page.goto(`${origin}/lessons/m1/lekcja?t=13`);
    const film = filmOf(page);
    await film.getByRole("button", { name: /^odtwórz$/i }).click();
    await expect(positionOf(page)).toHaveText(/^0:1[4-9] \//);
    await expect(film.getByRole("alert")).toHaveCount(0);
  });
});
