import { join } from "node:path";
import type { Page } from "@playwright/test";
import { timecodeOf } from "#domain/course/timecode";
import { PlainError } from "../plain-error.ts";
import { openBrowser } from "./browser.ts";
import type { Film, Slide } from "./film.ts";
import { HEIGHT, slidePage, slideStyle, WIDTH } from "./slide-page.ts";

/** Draws one picture per slide below `folder`, and the poster, which is the first slide, beside the film. */
export async function drawFrames(film: Film, folder: string, log: (line: string) => void): Promise<readonly string[]> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
    const style = await slideStyle();
    const frames: string[] = [];
    for (const [index, slide] of film.slides.entries()) {
      await page.setContent(await slidePage(slide, film, style));
      await refuseOverflow(page, slide);
      const frame = join(folder, `${String(index).padStart(3, "0")}.png`);
      await page.screenshot({ path: frame });
      if (index === 0) await page.screenshot({ path: join(film.folder, film.poster), type: "jpeg", quality: 82 });
      log(`${timecodeOf(slide.at)} ${slide.title}`);
      frames.push(frame);
    }
    return frames;
  } finally {
    await browser.close();
  }
}

async function refuseOverflow(page: Page, slide: Slide): Promise<void> {
  const [free, used] = await page.evaluate(async () => {
    await document.fonts.ready;
    return ["main", "section"].map((name) => document.querySelector<HTMLElement>(name)?.scrollHeight ?? 0);
  });
  if ((used ?? 0) > (free ?? 0)) throw new PlainError(`The slide at ${timecodeOf(slide.at)} has more text than room.`);
}
