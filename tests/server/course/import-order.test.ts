import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { asName, namesFor } from "../../../scripts/content/import/names.ts";
import { planFor, remarksOf, textsOf } from "./a-site.ts";

const NAV = `site_name: Kurs
docs_dir: pages
theme: { name: material, icon: !!python/name:material.icons.logo }
markdown_extensions:
  - admonition
  - pymdownx.emoji: { emoji_index: !!python/name:material.extensions.emoji.twemoji "" }
  - toc: { slugify: !!python/object/apply:pymdownx.slugs.slugify { kwds: { case: lower } } }
extra: { key: !ENV [SECRET, "none"], path: !relative $config_dir }
nav:
  - Witaj: index.md
  - Ścieżka druga:
    - b/drugi.md
    - Głębiej:
      - Pierwszy: b/pierwszy.md
  - Pierwsze kroki:
    - Konto: konto.md
    - Strona obca: https://example.com
    - Zguba: lost.md
    - Ucieczka: ../../etc/passwd
`;
const PAGES = Object.fromEntries(
  ["index", "konto", "b/drugi", "b/pierwszy", "b/poza"].map((name) => [`pages/${name}.md`, `# ${name}\n`]),
);

const modulesIn = (texts: Record<string, string | undefined>) =>
  Object.entries(texts)
    .filter(([to]) => to.endsWith("module.yaml"))
    .map(([to, text]) => [to, parse(text ?? "")]);

describe("the order of a site that is brought over", () => {
  test("is that of its nav: sections are modules, and pages of sections within them follow one another", async () => {
    const plan = await planFor({ "mkdocs.yml": NAV, ...PAGES });
    expect(modulesIn(textsOf(plan))).toEqual([
      ["kurs/module.yaml", { title: { pl: "Kurs", en: "Kurs" }, order: 1, lessons: ["index"] }],
      [
        "b/module.yaml",
        { title: { pl: "Ścieżka druga", en: "Ścieżka druga" }, order: 2, lessons: ["drugi", "pierwszy", "poza"] },
      ],
      [
        "pierwsze-kroki/module.yaml",
        { title: { pl: "Pierwsze kroki", en: "Pierwsze kroki" }, order: 3, lessons: ["konto"] },
      ],
    ]);
    expect(remarksOf(plan)).toEqual([
      "mkdocs.yml:13 the section 'Głębiej' within a section is taken apart: its pages stand in the module one by one",
      "mkdocs.yml:17 https://example.com leads to another site: a module has pages alone",
      "mkdocs.yml:18 there is no page lost.md",
      "mkdocs.yml:19 ../../etc/passwd leads out of the docs folder",
      "pages/b/poza.md:1 stands in no nav: it comes last in its module",
    ]);
  });

  test("is that of the letters where there is no nav, with the index first and the folder's pages before those of its folders", async () => {
    const pages = ["docs/b.md", "docs/index.md", "docs/a.md", "docs/m/z.md", "docs/m/index.md", "docs/m/deep/a.md"];
    const plan = await planFor(Object.fromEntries(pages.map((page) => [page, "# A\n"])));
    expect(modulesIn(textsOf(plan)).map(([, { lessons }]) => lessons)).toEqual([
      ["index", "a", "b"],
      ["m", "z", "m-deep-a"],
    ]);
  });

  test("is one module's, where one is asked for", async () => {
    const texts = textsOf(await planFor({ "mkdocs.yml": NAV, ...PAGES }, "wszystko"));
    expect(modulesIn(texts)).toMatchObject([
      ["wszystko/module.yaml", { lessons: ["index", "drugi", "pierwszy", "poza", "konto"] }],
    ]);
  });

  test("leaves out what exclude_docs names, and what begins with a dot", async () => {
    const config = "site_name: Kurs\nexclude_docs: |\n  drafts/\n  *.tmp.md\n  !keep.tmp.md\n";
    const pages = ["docs/a.md", "docs/drafts/b.md", "docs/c.tmp.md", "docs/keep.tmp.md", "docs/.hidden.md"];
    const plan = await planFor({ "mkdocs.yml": config, ...Object.fromEntries(pages.map((page) => [page, "# A\n"])) });
    expect(Object.keys(textsOf(plan))).toEqual(["kurs/a.md", "kurs/keep-tmp.md", "kurs/module.yaml"]);
  });

  test("takes an English page for the translation of the page beside it", async () => {
    const plan = await planFor({ "docs/a.md": "# A\n", "docs/a.en.md": "# B\n" });
    expect(Object.keys(textsOf(plan))).toEqual(["kurs/a.md", "kurs/a.en.md", "kurs/module.yaml"]);
  });
});

describe("the name of a page", () => {
  const nameOf = (path: string) => namesFor([path], new Set(), asName).get(path);

  test("has small letters, digits and hyphens, also in the place of Polish letters", () => {
    expect(["Błąd 403", "a/Żółć", "ÉTÉ!", "b/C++"].map(nameOf)).toEqual(["blad-403", "zolc", "ete", "c"]);
    expect(nameOf("日本")).toMatch(/^page-[0-9a-f]{6}$/);
  });

  test("is preceded by its folders where another page has it, and stays with the page in the fewest folders", () => {
    const names = namesFor(["z/intro", "a/intro", "intro", "a-intro"], new Set(["z-intro"]), asName);
    expect([names.get("intro"), names.get("a-intro")]).toEqual(["intro", "a-intro"]);
    expect(names.get("a/intro")).toMatch(/^a-intro-[0-9a-f]{6}$/);
    expect(names.get("z/intro")).toMatch(/^z-intro-[0-9a-f]{6}$/);
  });

  test("is its own, whatever pages there are and in whatever order they come", () => {
    const path = fc.array(fc.constantFrom("a", "b", "A", "a-b", "ą", "-", "1"), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.uniqueArray(
          path.map((parts) => parts.join("/")),
          { maxLength: 20 },
        ),
        (paths) => {
          const names = namesFor(paths, new Set(), asName);
          expect(new Set(names.values()).size).toBe(paths.length);
          for (const name of names.values()) expect(name).toMatch(/^[a-z0-9][a-z0-9_-]*$/);
          expect(new Map([...namesFor(paths.toReversed(), new Set(), asName)].sort())).toEqual(
            new Map([...names].sort()),
          );
        },
      ),
    );
  });
});
