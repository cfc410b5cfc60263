import { describe, expect, test } from "vitest";
import { drawIcons } from "#server/course/markdown/icons";
import { treeOf } from "#server/course/markdown/markdown";
import { htmlOf } from "../a-course.ts";

const html = (markdown: string) => htmlOf(treeOf(markdown)).replace(/\n/g, "");

test.each([
  ["==ważne==", "<mark>ważne</mark>"],
  ["^^nowe^^ i ~~stare~~", "<ins>nowe</ins> i <del>stare</del>"],
  ["H~2~O, x^2^", "H<sub>2</sub>O, x<sup>2</sup>"],
  ["++ctrl+alt+del++", '<span class="keys"><kbd>Ctrl</kbd>+<kbd>Alt</kbd>+<kbd>Del</kbd></span>'],
  ['++"Create key"++', '<span class="keys"><kbd>Create key</kbd></span>'],
  [":smile:", "😄"],
  [":nie-ma-takiej:", ":nie-ma-takiej:"],
  ["10:30:00 i C++ i ++x", "10:30:00 i C++ i ++x"],
  ["API\n\n*[API]: Interfejs", '<abbr title="Interfejs">API</abbr>'],
  [
    "plik.md i n8n.io, ale https://example.com",
    'plik.md i n8n.io, ale <a href="https://example.com">https://example.com</a>',
  ],
])("'%s' is what Material makes of it", (markdown, expected) => {
  expect(html(markdown)).toBe(`<p>${expected}</p>`);
});

test("a footnote is called and leads back, under MkDocs's anchors", () => {
  const page = html("Raz[^a], dwa[^1].\n\n[^a]: Pierwszy.\n[^1]: Drugi.");
  expect(page).toContain('<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup>');
  expect(page).toMatch(
    /<ol class="footnote"><li id="fn:a"><p>Pierwszy\. <a class="footnote-backref" href="#fnref:a">.*<li id="fn:1">/,
  );
});

describe("an icon", () => {
  const drawn = async (markdown: string) => {
    const tree = treeOf(markdown);
    await drawIcons(tree);
    return htmlOf(tree);
  };

  test.each(["material-key", "octicons-heart-fill-16", "fontawesome-brands-github", "simple-n8n"])(
    ":%s: is drawn from its set",
    async (name) => {
      expect(await drawn(`:${name}:`)).toMatch(
        /<span class="twemoji"><svg viewBox="0 0 \d+ \d+" aria-hidden="true"><path/,
      );
    },
  );

  test("that its set does not have stays its name", async () => {
    expect(await drawn(":material-nie-ma-takiej:")).toContain(":material-nie-ma-takiej:");
  });
});

describe("a list of attributes", () => {
  test.each([
    ["## Tytuł { #inny .klasa }", '<h2 data-heading="" class="klasa" id="inny">Tytuł</h2>'],
    ["![a](b.png){ width=300 align=left }", '<p><img src="b.png" alt="a" width="300" align="left"></p>'],
    ["[a](b.md){ .md-button }", '<p><a href="b.md" class="md-button">a</a></p>'],
    ["Akapit\n{: #tu .klasa }", '<p class="klasa" id="tu">Akapit</p>'],
    ["- a\n- b\n\n{: .klasa }", '<ul class="klasa"><li>a</li><li>b</li></ul>'],
    ["**a**{: title='b c' }", '<p><strong title="b c">a</strong></p>'],
  ])("'%s' gives what it says to what stands in front of it", (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  test.each(["Klamra {nie lista}", "`{ .kod }`", "*a* { .po-odstepie }", "{ }"])("is not seen in '%s'", (markdown) => {
    expect(html(markdown)).toContain("{");
  });

  test("can do no harm", () => {
    const page = html("[a](b.md){ onclick=alert(1) href=javascript:alert(1) style='position:fixed' #film }");
    expect(page).toBe("<p><a>a</a></p>");
  });
});
