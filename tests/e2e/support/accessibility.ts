import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

type RunOptions = Parameters<AxeBuilder["options"]>[0];

const EVERYTHING: RunOptions = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  // Part of WCAG 2.1 A as well; axe still calls it experimental and leaves it out.
  rules: { "label-content-name-mismatch": { enabled: true } },
};

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const NARROWEST = { width: 320, height: 640 };

type View = {
  readonly size: typeof DESKTOP;
  readonly colorScheme: "light" | "dark";
};

/** Two opposite corners: of all rules contrast alone depends on the colours, and few on the width. */
const VIEWS: readonly View[] = [
  { size: DESKTOP, colorScheme: "light" },
  { size: PHONE, colorScheme: "dark" },
];

/** Neither colours nor widths depend on the language: in the second one, a look at the harder corner is enough. */
const VIEWS_OF = { pl: VIEWS, en: VIEWS.slice(1) } as const;

/** The page as it stands, in light and dark, wide and narrow: no violation, and nothing to scroll to the side. */
export async function expectAccessible(page: Page, locale: "pl" | "en"): Promise<void> {
  const { pathname } = new URL(page.url());
  for (const { size, colorScheme } of VIEWS_OF[locale]) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect.soft(await violationsOf(page), `${pathname}, ${size.width} px, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize(NARROWEST);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${pathname}: pixels to scroll sideways at 320 px`).toBe(0);
}

async function violationsOf(page: Page): Promise<string[]> {
  const builder = new AxeBuilder({ page }).options({ ...EVERYTHING, resultTypes: ["violations"] });
  // Without frames to look into, a second page to gather the results on is time lost.
  const { violations } = await builder.setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ""}`),
  );
}

/** Presses Tab until the focus is back at the top, and says of each stop what it is and whether the focus shows. */
export async function tabStopsOf(page: Page): Promise<readonly { readonly name: string; readonly isSeen: boolean }[]> {
  const stops: { name: string; isSeen: boolean }[] = [];
  // The browser's own film controls draw their focus where no script can see it; ours take their place.
  await page.waitForFunction(() => !document.querySelector("video[controls]"));
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      const isOutlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
      const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
      return { name: name.trim(), isSeen: (isOutlined || boxShadow !== "none") && width > 0 && height > 0 };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
  return stops;
}
