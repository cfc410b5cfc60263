import { describe, expect, test } from "vitest";
import { nameAdmonitions } from "#server/course/markdown/admonition";
import { treeOf } from "#server/course/markdown/markdown";
import { countOf, htmlOf } from "../a-course.ts";

const rendered = (markdown: string) => htmlOf(treeOf(markdown));
const named = (markdown: string) => {
  const tree = treeOf(markdown);
  nameAdmonitions(tree, "pl");
  return htmlOf(tree);
};
const flat = (html: string) => html.replace(/\n/g, "");

describe("indentation", () => {
  test.each([
    ["a numbered item", "1. Kliknij\n\n    ![](a.png)\n\n1. Dalej"],
    ["a bullet", "- Kliknij\n\n    ![](a.png)\n\n- Dalej"],
    [
      "a bullet that is itself indented by three",
      "W tym celu:\n\n   * Kliknij\n\n    ![](a.png)\n\n   * Dalej\n\n    ![](b.png)",
    ],
    ["a bullet, by six", "* Kliknij\n\n      ![](a.png)\n\n* Dalej"],
    ["a two-digit item", "9. Kliknij\n\n    ![](a.png)\n\n10. Dalej\n\n    ![](b.png)"],
  ])("by four spaces puts a picture into %s", (_item, markdown) => {
    const html = rendered(markdown);
    expect(countOf("pre", html)).toBe(0);
    expect(html.replace(/<li>[\s\S]*?<\/li>/g, "")).not.toContain("<img");
    expect(countOf("[uo]l", html)).toBe(1);
  });

  test("keeps a quotation inside its item", () => {
    const html = flat(rendered("1. Raz\n\n    > **Uwaga:** patrz.\n    > \n    > ![](a.png)\n\n1. Dwa"));
    expect(html).toMatch(/<li><p>Raz<\/p><blockquote>.*<img.*<\/blockquote><\/li><li><p>Dwa<\/p><\/li><\/ol>$/);
  });

  test("keeps nested lists nested, by two, three or four spaces", () => {
    for (const indent of ["  ", "   ", "    "]) {
      const html = rendered(`- a\n${indent}- b\n${indent}${indent}- c\n- d`);
      expect(flat(html)).toBe("<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>");
    }
  });

  test("keeps bullets below a picture in the item of the picture", () => {
    const html = flat(rendered("1. Na ekranie:\n\n    ![](a.png)\n\n   * Pole\n   * Drugie\n\n\n1. Dalej"));
    expect(html).toMatch(/^<ol><li>.*<ul><li>Pole<\/li><li>Drugie<\/li><\/ul><\/li><li>.*Dalej.*<\/li><\/ol>$/);
  });

  test("leaves code what MkDocs takes for code", () => {
    expect(rendered("Tekst\n\n    npm install")).toContain("<pre>");
    expect(rendered("- a\n\n    ```\n      kod\n    ```")).toContain("<code>  kod\n</code>");
  });
});

describe("an admonition", () => {
  test("is a note with its type as a class and its title in front", () => {
    expect(flat(named('!!! warning "Zanim *klikniesz*"\n    Tekst\n\n    - a\n    - b\n\nPo.'))).toBe(
      '<div class="admonition warning" data-look="warning" role="note"><p class="admonition-title" data-look="warning">Zanim <em>klikniesz</em></p>' +
        "<p>Tekst</p><ul><li>a</li><li>b</li></ul></div><p>Po.</p>",
    );
  });

  test("without a title is called after its type; with an empty one it has none", () => {
    expect(named("!!! tip\n    Tekst")).toContain(">Wskazówka</p>");
    expect(named('!!! tip ""\n    Tekst')).not.toContain("admonition-title");
  });

  test.each([
    ["hint", "tip"],
    ["caution", "warning"],
    ["error", "danger"],
    ["TLDR", "abstract"],
    ["whatever", "note"],
  ])("of type %s looks like %s", (type, look) => {
    const html = named(`!!! ${type}\n    Tekst`);
    expect(html).toContain(`class="admonition ${type.toLowerCase()}" data-look="${look}"`);
  });

  test("of a type that nobody knows is called by it", () => {
    expect(named("!!! whatever\n    Tekst")).toContain(">Whatever</p>");
  });

  test("keeps quotation marks that belong to its title", () => {
    expect(named('!!! info "Kliknij "Dalej" teraz"\n    Tekst')).toContain('>Kliknij "Dalej" teraz</p>');
  });

  test("stands in list items and in other admonitions", () => {
    expect(
      flat(named('1. Raz\n\n    !!! info "I"\n        Tekst\n\n        !!! bug "B"\n            Głębiej\n\n1. Dwa')),
    ).toMatch(/<li><p>Raz<\/p><div.*info.*<p>Tekst<\/p><div.*bug.*<p>Głębiej<\/p><\/div><\/div><\/li><li>.*Dwa/);
  });

  test.each(["!! note", "!!! ", "!!!! note", '!!! note "bez końca', "!!! note: tekst", "Hej !!! note"])(
    "is not made of '%s'",
    (text) => {
      expect(rendered(`${text}\n    dalej`)).not.toContain("<div");
    },
  );
});

describe("raw HTML", () => {
  test("is kept where it is harmless", () => {
    expect(rendered("Naciśnij <kbd>Ctrl</kbd> i <mark>patrz</mark>.")).toContain(
      "<kbd>Ctrl</kbd> i <mark>patrz</mark>",
    );
  });

  test.each([
    "<script>alert(1)</script>",
    '<img src="x" onerror="alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    '<iframe src="https://example.com"></iframe>',
    '<p style="position:fixed">x</p>',
    '<a id="film" data-at="3">x</a>',
  ])("that could do harm is taken out: %s", (html) => {
    expect(rendered(html)).not.toMatch(/script|alert|onerror|iframe|style|data-at|id="film"/);
  });
});
