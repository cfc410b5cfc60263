import { expect, test } from "vitest";
import { pageOf } from "#server/course/page";
import { aCourse, countOf, htmlOf } from "./a-course.ts";

const PAGE = `# **Konto - klucz**

Wstęp.

## **Jak nazwać organizację**

1. Kliknij \`Start building\`.

    ![](assets/start.png)

    > **Uwaga:** W filmie od czasu 3:23.
    >
    > ![Film](assets/film.svg)

1. Dalej:

   * W polu \`What best describes you?\` wybierz \`Not technical\`.

## Błąd "Forbidden" z modelem \`gpt-image-1\`

- Przejdź do [ustawień](https://platform.openai.com/settings) albo [niżej](#przyczyna).

    ![](assets/lost.png)

### Przyczyna

!!! warning "Uwaga"
    - Zajrzyj do [kluczy](klucz-api.en.md#nowy-klucz) i do [przyczyny](../causes/key_invalid.md).
`;

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"></svg>';
const PNG = Buffer.from("89504e470d0a1a0a0000000d4948445200000320000001c20802000000", "hex");

async function aPage() {
  const directory = await aCourse({
    "m1/assets/film.svg": SVG,
    "m1/assets/start.png": Buffer.concat([PNG, Buffer.alloc(20)]),
  });
  const step = {
    id: "k",
    title: "K",
    anchor: "przyczyna",
    summary: "",
    at: null,
    check: null,
    optional: false,
    after: [],
    since: null,
  };
  return pageOf(PAGE, { directory, folder: "m1", locale: "pl", steps: [step], film: { seconds: 490, page: "" } });
}

test("a page is cut at its second-level headings and at the heading of a step", async () => {
  const { title, intro, sections } = await aPage();
  expect(title).toBe("Konto - klucz");
  expect(htmlOf(intro).trim()).toBe("<p>Wstęp.</p>");
  expect(sections.map(({ anchor, depth, step }) => [anchor, depth, step?.id])).toEqual([
    ["jak-nazwac-organizacje", 2, undefined],
    ["bad-forbidden-z-modelem-gpt-image-1", 2, undefined],
    ["przyczyna", 3, "k"],
  ]);
});

test("pictures, notes and quotations stay where the author put them, and nothing becomes code", async () => {
  const { sections } = await aPage();
  const html = sections.map(({ body }) => htmlOf(body)).join("");
  expect([countOf("img", html), countOf("div", html), countOf("pre", html)]).toEqual([3, 1, 0]);
  expect(/<li>[\s\S]*?<\/li>/.exec(html)?.[0]).toMatch(
    /<blockquote>[\s\S]*data-at="203"[\s\S]*<img[\s\S]*<\/blockquote>/,
  );
});

test("pictures have the portal's address and their size; a missing one says its name", async () => {
  const { sections, pictures } = await aPage();
  const html = sections.map(({ body }) => htmlOf(body)).join("");
  expect(html).toContain(
    'src="/media/m1/assets/film.svg" alt="Film" loading="lazy" decoding="async" width="640" height="360"',
  );
  expect(html).toContain(
    'src="/media/m1/assets/start.png" alt="" loading="lazy" decoding="async" width="800" height="450"',
  );
  expect(html).toContain('data-missing="lost.png"');
  expect(pictures.map(({ line }) => line)).toEqual([9, 13, 23]);
});

test("links lead to the portal's routes, and those that leave it say so", async () => {
  const { sections } = await aPage();
  const html = sections.map(({ body }) => htmlOf(body)).join("");
  expect(html).toContain('<a href="/lessons/m1/klucz-api#nowy-klucz">kluczy</a>');
  expect(html).toContain('<a href="/causes/key_invalid">');
  expect(html).toContain('<a href="#przyczyna">niżej</a>');
  expect(html).toContain(
    '<a href="https://platform.openai.com/settings" target="_blank" rel="noopener">ustawień<span class="sr-only"> (otwiera się w nowej karcie)</span></a>',
  );
});

test("words of the screen are keys in English; names of models are code", async () => {
  const { sections } = await aPage();
  const html = sections.map(({ body }) => htmlOf(body)).join("");
  expect(html).toContain('<code lang="en" class="key">What best describes you?</code>');
  const model = await pageOf("Model `gpt-image-1`, klucz `sk-proj-…`, błąd `403`", {
    directory: "/",
    folder: "m1",
    locale: "pl",
    steps: [],
    film: null,
  });
  expect(htmlOf(model.intro)).not.toContain("key");
});

test("a list of the page's headings stands where its author wrote [TOC]", async () => {
  const setting = { directory: "/", folder: "m1", locale: "pl", steps: [], film: null } as const;
  const { intro } = await pageOf("[TOC]\n\n## A\n\n### A1\n\n## B\n", setting);
  expect(htmlOf(intro)).toContain(
    '<nav class="toc"><ul><li><a href="#a">A</a><ul><li><a href="#a1">A1</a></li></ul></li><li><a href="#b">B</a></li></ul></nav>',
  );
});

test("a picture keeps the width that its author wrote, and says for which theme it is", async () => {
  const directory = await aCourse({ "m1/assets/film.svg": SVG });
  const setting = { directory, folder: "m1", locale: "pl", steps: [], film: null } as const;
  const { intro } = await pageOf("![a](assets/film.svg#only-dark){ width=300 }", setting);
  expect(htmlOf(intro)).toContain(
    '<img src="/media/m1/assets/film.svg" alt="a" width="300" loading="lazy" decoding="async" data-only="dark">',
  );
});
