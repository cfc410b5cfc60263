import { describe, expect, test } from "vitest";
import { nameAdmonitions } from "#server/course/markdown/admonition";
import { treeOf } from "#server/course/markdown/markdown";
import { standTabs } from "#server/course/markdown/tabs";
import { countOf, htmlOf } from "../a-course.ts";

const html = (markdown: string) => htmlOf(treeOf(markdown)).replace(/\n/g, "");
const named = (markdown: string) => {
  const tree = treeOf(markdown);
  nameAdmonitions(tree, "pl");
  return htmlOf(tree).replace(/\n/g, "");
};
const tabbed = (markdown: string) => {
  const tree = treeOf(markdown);
  standTabs(tree, "karty");
  return htmlOf(tree).replace(/\n/g, "");
};

describe("a note that folds", () => {
  test("has its title as what one clicks, and is open when it says so", () => {
    expect(named('??? question "Dlaczego *tak*?"\n    Bo tak.\n\nPo.')).toMatch(
      /^<details class="question" data-look="question"><summary data-look="question">Dlaczego <em>tak<\/em>\?<\/summary><p>Bo tak\.<\/p><\/details><p>Po\.<\/p>$/,
    );
    expect(named("???+ tip\n    Bo tak.")).toContain('<details class="tip" open');
    expect(named("??? tip\n    Bo tak.")).toContain(">Wskazówka</summary>");
    expect(named('??? "Sam tytuł"\n    Bo tak.')).toContain(">Sam tytuł</summary>");
  });

  test("may lie within another one, and a note beside the text keeps where it stands", () => {
    expect(named("??? note\n    ??? bug\n        Głębiej")).toMatch(
      /<details.*<details class="bug".*Głębiej<\/p><\/details><\/details>$/,
    );
    expect(named('!!! info inline end "Obok"\n    Tekst')).toContain('class="admonition info inline end"');
  });
});

describe("tabs", () => {
  test("that are neighbours make one set, of which the first is chosen", () => {
    const set = tabbed('=== "n8n"\n\n    Jeden\n\n=== "Make"\n\n    Dwa\n');
    expect(countOf("input", set)).toBe(2);
    expect(set).toMatch(
      /^<div class="tabbed-set" role="group">.*checked.*n8n.*<p>Jeden<\/p>.*Make.*<p>Dwa<\/p><\/div><\/div>$/,
    );
    expect(set.match(/name="karty-1"/g)).toHaveLength(2);
  });

  test("begin a set of their own with an exclamation mark, and open at a plus", () => {
    expect(tabbed('=== "a"\n    1\n\n===! "b"\n    2').match(/tabbed-set/g)).toHaveLength(2);
    expect(tabbed('=== "a"\n    1\n\n===+ "b"\n    2')).toMatch(/name="karty-1"[^>]*> ?a.*checked[^>]*> ?b/);
  });

  test("hold anything, other tabs and code too, and leave what is not theirs", () => {
    const inside = tabbed('=== "a"\n\n    === "b"\n\n        ```\n        kod\n        ```\n\nPo.');
    expect([countOf("input", inside), countOf("pre", inside)]).toEqual([2, 1]);
    expect(inside).toMatch(/<p>Po\.<\/p>$/);
    expect(html("Tytuł\n===\n")).toBe('<h1 data-heading="">Tytuł</h1>');
  });
});

describe("a block between slashes", () => {
  test("is a note, folds, or captions what stands in front of it", () => {
    expect(named("/// warning | Uważaj\nTekst\n///")).toMatch(
      /class="admonition warning".*Uważaj.*<p>Tekst<\/p><\/div>$/,
    );
    expect(named("/// details | Więcej\n    type: tip\n    open: true\n\nTekst\n///")).toMatch(
      /<details class="tip" open.*Więcej/,
    );
    expect(html("![a](b.png)\n\n/// caption\nPodpis\n///")).toMatch(
      /^<figure><p><img.*<\/p><figcaption><p>Podpis<\/p><\/figcaption><\/figure>$/,
    );
  });

  test("without its end stays the text that it is", () => {
    expect(html("/// note\nTekst")).toBe("<p>/// noteTekst</p>");
  });
});

describe("a definition", () => {
  test("follows its terms, one a line, and may have paragraphs", () => {
    expect(html("Klucz\nKlucz API\n:   Ciąg znaków.\n\n    Długi.\n\nŚrodki\n:   Pieniądze.\n:   Te na koncie.")).toBe(
      "<dl><dt>Klucz</dt><dt>Klucz API</dt><dd><p>Ciąg znaków.</p><p>Długi.</p></dd><dt>Środki</dt><dd>Pieniądze.</dd><dd>Te na koncie.</dd></dl>",
    );
  });

  test("without a term is text", () => {
    expect(html(":   sama")).toBe("<p>:   sama</p>");
  });
});

describe("HTML of an author's", () => {
  test("goes on over empty lines to the end of its element, and its Markdown is read where it asks for that", () => {
    expect(html("<div>\n\n# Nie nagłówek\n\n</div>\n\n# Nagłówek")).toMatch(
      /^<div># Nie nagłówek<\/div><h1[^>]*>Nagłówek/,
    );
    expect(html('<div class="grid" markdown>\n\n- a\n- b\n\n</div>')).toBe(
      '<div class="grid"><ul><li>a</li><li>b</li></ul></div>',
    );
    expect(html('<figure markdown="span">\n![a](b.png)\n<figcaption>c</figcaption>\n</figure>')).toMatch(
      /<figure><img.*<figcaption>c/,
    );
  });

  test("without its end takes no more than its paragraph", () => {
    expect(html("<div>\na\n\n# Dalej")).toContain("<h1");
  });

  test("in the way of a frame becomes a link", () => {
    expect(html('<iframe src="https://example.com/film" title="Film"></iframe>')).toBe(
      '<p><a href="https://example.com/film">Film</a></p>',
    );
  });
});

describe("a list", () => {
  test("counts on, whatever its numbers are, and takes bullets of every sign", () => {
    expect(html("1. a\n1. b\n1. c")).toBe("<ol><li>a</li><li>b</li><li>c</li></ol>");
    expect(html("3. a\n3. b")).toBe('<ol start="3"><li>a</li><li>b</li></ol>');
    expect(countOf("ul", html("* a\n- b\n+ c"))).toBe(1);
  });

  test("of tasks shows which are done", () => {
    expect(html("- [x] a\n- [ ] b")).toBe(
      '<ul class="task-list"><li class="task-list-item"><input type="checkbox" disabled checked>a</li>' +
        '<li class="task-list-item"><input type="checkbox" disabled>b</li></ul>',
    );
  });
});

test("only one line can be underlined as a heading", () => {
  expect(html("a\nb\n---\nc")).toBe("<p>ab</p><hr><p>c</p>");
});
