import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Film, Slide } from "./film.ts";

export const WIDTH = 1280;
export const HEIGHT = 720;

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? sign);

/** The page whose picture is the slide. Its foot stays empty, because captions are laid over it. */
export async function slidePage(slide: Slide, film: Film, style: string): Promise<string> {
  const picture = slide.picture ? await readFile(join(film.folder, "assets", slide.picture), "utf8") : "";
  return `<!doctype html><html lang="pl"><meta charset="utf-8"><style>${style}</style>
    <body class="${picture ? "with-picture" : "words-alone"}">
      <header><b>Rozruch</b><span>${escaped(film.module)}</span></header>
      <main>
        <section>
          <p class="chapter">${escaped(slide.chapter)}</p>
          <h1>${escaped(slide.title)}</h1>
          <ul>${slide.lines.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul>
        </section>
        ${picture && `<figure>${picture}</figure>`}
      </main>
    </body></html>`;
}

export async function slideStyle(): Promise<string> {
  const faces = await Promise.all([
    fontFace("latin", "U+0000-00FF, U+2000-206F, U+20AC"),
    fontFace("latin-ext", "U+0100-02FF, U+1E00-1EFF"),
  ]);
  return `${faces.join("\n")}
    * { box-sizing: border-box; margin: 0; padding: 0 }
    html { width: ${WIDTH}px; height: ${HEIGHT}px; background: oklch(97.6% 0.006 95); color: #1f2430; font: 28px/1.4 Figtree }
    body { width: ${WIDTH}px; height: ${HEIGHT}px; position: relative; overflow: hidden }
    header { position: absolute; inset: 32px 48px auto; display: flex; gap: 16px; font-size: 22px; color: #5c6370 }
    header b { color: oklch(43% 0.09 175) }
    main { position: absolute; inset: 96px 48px 120px; display: flex; align-items: center; gap: 48px }
    section { flex: 1 }
    .chapter { font-size: 22px; font-weight: 600; color: oklch(43% 0.09 175); margin-bottom: 12px }
    h1 { font-size: 44px; line-height: 1.15; letter-spacing: -0.01em; text-wrap: balance }
    ul { list-style: none; margin-top: 28px }
    li { padding-left: 28px; margin-top: 14px; position: relative; text-wrap: pretty }
    li::before { content: ""; position: absolute; left: 0; top: 14px; width: 12px; height: 12px; border-radius: 50%; background: oklch(43% 0.09 175) }
    figure { width: 768px; height: 432px; border-radius: 20px; overflow: hidden; border: 1px solid #d8d4c8 }
    figure svg { display: block; width: 100%; height: 100% }
    .words-alone section { max-width: 960px }
    .words-alone h1 { font-size: 64px }
    .words-alone ul { font-size: 38px }
    .words-alone li { padding-left: 36px; margin-top: 18px }
    .words-alone li::before { top: 20px }`;
}

async function fontFace(subset: string, range: string): Promise<string> {
  const file = createRequire(import.meta.url).resolve(
    `@fontsource-variable/figtree/files/figtree-${subset}-wght-normal.woff2`,
  );
  const data = (await readFile(file)).toString("base64");
  return `@font-face { font-family: Figtree; font-weight: 300 900; unicode-range: ${range};
    src: url(data:font/woff2;base64,${data}) format("woff2") }`;
}
