import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { planOf } from "../../../scripts/content/import/plan.ts";
import { anEmptyCourse, aSite, planFor, remarksOf, textsOf } from "./a-site.ts";

const NAV = "site_name: Kurs\nnav:\n  - index.md\n  - Moduł: [m/a.md, m/deep/b.md]\n";
const SITE = { "mkdocs.yml": NAV, "docs/index.md": "# I\n", "docs/m/a.md": "# A\n", "docs/m/deep/b.md": "# B\n" };

/** What becomes of a page m/a.md of that text. */
async function broughtA(text: string, more: Readonly<Record<string, string>> = {}) {
  const plan = await planFor({ ...SITE, "docs/m/a.md": text, ...more });
  return { text: textsOf(plan)["m/a.md"], plan, remarks: remarksOf(plan) };
}

describe("a page that is brought over", () => {
  test("stays byte for byte where nothing makes a change necessary", async () => {
    const text =
      "\uFEFF---\r\ntags: [A]\r\n---\r\n\r\n# A  \r\n\r\n[B](https://b.example) [C](#c)\t![D](assets/d.png)\r\n\r\n\r\n";
    const { text: brought, plan } = await broughtA(text, { "docs/m/assets/d.png": "png" });
    expect(brought).toBe(text);
    expect(plan.files.map(({ to }) => to)).toContain("m/assets/d.png");
  });

  test.each([
    ["to a page of its module", "[B](deep/b.md#b)", "[B](b.md#b)"],
    ["to a page of another module", "[I](../index.md)", "[I](../kurs/index.md)"],
    ["with a title", '[B](deep/b.md "Tytuł")', '[B](b.md "Tytuł")'],
    ["in angle brackets", "[B](<deep/b.md>)", "[B](<b.md>)"],
    ["by its definition", "[B][b]\n\n[b]: deep/b.md", "[B][b]\n\n[b]: b.md"],
    ["by the page's address", "[B](deep/b/)", "[B](b.md)"],
    ["from the root of the site", "[B](/m/deep/b/)", "[B](b.md)"],
    ["within HTML", '<a href="../deep/b/">B</a>', '<a href="b.md">B</a>'],
    ["around a picture", "[![P](../img/p.png)](deep/b.md)", "[![P](assets/p.png)](b.md)"],
    ["to a picture", "![P](../img/p.png){ width=300 }", "![P](assets/p.png){ width=300 }"],
    ["to a picture with a space", "![P](../img/p%20q.png)", "![P](assets/p%20q.png)"],
    ["to a picture for one theme", "![P](../img/p.png#only-dark)", "![P](assets/p.png#only-dark)"],
    ["to a film with captions", '<video src="../../img/f.mp4"></video>', '<video src="assets/f.mp4"></video>'],
  ])("has its links led anew: %s", async (_where, written, led) => {
    const files = { "docs/img/p.png": "png", "docs/img/p q.png": "png", "docs/img/f.mp4": "film" };
    const { text, remarks } = await broughtA(`# A\n\n${written}\n`, files);
    expect([text, remarks]).toEqual([`# A\n\n${led}\n`, []]);
  });

  test.each(["`[B](deep/b.md)`", "```\n[B](deep/b.md)\n```", "Tak:\n\n    [B](deep/b.md)", "<!-- [B](deep/b.md) -->"])(
    "keeps its code and comments: %s",
    async (written) => {
      expect((await broughtA(`# A\n\n${written}\n`)).text).toBe(`# A\n\n${written}\n`);
    },
  );

  test("tells with file and line what its links do not lead to, and leaves them", async () => {
    const { text, remarks } = await broughtA("# A\n\n![P](p.png) [C](c.md)\n[D](../../secret.md) [E](../e.exe)\n", {
      "docs/e.exe": "x",
      "secret.md": "# S\n",
    });
    expect(text).toBe("# A\n\n![P](p.png) [C](c.md)\n[D](../../secret.md) [E](../e.exe)\n");
    expect(remarks).toEqual([
      "docs/m/a.md:3 there is no file p.png",
      "docs/m/a.md:3 there is no page c.md",
      "docs/m/a.md:4 ../../secret.md leads out of the docs folder and is not followed",
      "docs/m/a.md:4 e.exe is of a kind (.exe) that the portal does not hand out",
    ]);
  });

  test("gets the title of the nav where it has none of its own", async () => {
    const nav = "site_name: Kurs\nnav:\n  - 'Tytuł: z nav': a.md\n  - B: b.md\n";
    const files = { "mkdocs.yml": nav, "docs/a.md": "Tekst.\n", "docs/b.md": "---\ntags: [A]\n---\nTekst.\n" };
    const texts = textsOf(await planFor(files));
    expect(texts["kurs/a.md"]).toBe('---\ntitle: "Tytuł: z nav"\n---\n\nTekst.\n');
    expect(texts["kurs/b.md"]).toBe('---\ntitle: "B"\ntags: [A]\n---\nTekst.\n');
  });

  test("is left out with a word when it is a link, too long, or no text", async () => {
    const root = await aSite({
      ...SITE,
      "docs/m/long.md": "a".repeat(600_000),
      "docs/m/odd.md": Buffer.from([0xff, 0xfe]),
    });
    await symlink("/etc/hostname", join(root, "docs/m/link.md"));
    const plan = await planOf({ root, into: await anEmptyCourse(), module: undefined });
    expect(Object.keys(textsOf(plan)).filter((to) => to.startsWith("m/"))).toEqual([
      "m/a.md",
      "m/b.md",
      "m/module.yaml",
    ]);
    expect(remarksOf(plan).filter((told) => !told.includes("stands in no nav"))).toEqual([
      expect.stringMatching(/^docs\/m\/link\.md:1 is a symbolic link and is not followed/),
      expect.stringMatching(/^docs\/m\/long\.md:1 has 600 kB, more than 512 kB/),
      "docs/m/odd.md:1 is not text in UTF-8",
    ]);
  });

  test("tells of macros that nobody fills in, and of front matter that the course cannot read", async () => {
    const config = `${NAV}plugins: [search, macros]\n`;
    const { remarks } = await broughtA("---\ntags: A\n---\n\n# A {{ version }}\n", { "mkdocs.yml": config });
    expect(remarks).toEqual([
      "mkdocs.yml:5 the plugin macros is not there: what it makes is not brought",
      "docs/m/a.md:2 tags: must be a list (correct tags)",
      "docs/m/a.md:5 a macro is not filled in: write here what it stands for",
    ]);
  });
});

describe("snippets", () => {
  const config = (more = "") => ({ "mkdocs.yml": `${NAV}markdown_extensions:\n  - pymdownx.snippets${more}\n` });
  const withSnippets = (text: string, files: Readonly<Record<string, string>> = {}, more = "") =>
    broughtA(text, { ...config(more), "parts/p.md": "Raz.\nDwa.\nTrzy.\n", ...files });

  test.each([
    ["of a file", '--8<-- "parts/p.md"', "Raz.\nDwa.\nTrzy."],
    ["indented as it stands", '    --8<-- "parts/p.md"', "    Raz.\n    Dwa.\n    Trzy."],
    ["of some lines", '--8<-- "parts/p.md:2:3"', "Dwa.\nTrzy."],
    ["of a section", '--8<-- "parts/s.md:b"', "B."],
    ["within snippets", '--8<-- "parts/n.md"', "Raz.\nDwa.\nTrzy."],
    ["of files below one another", "--8<--\nparts/p.md\nparts/b.md\n--8<--", "Raz.\nDwa.\nTrzy.\nB."],
    ["that is to be read as it stands", ';--8<-- "parts/p.md"', '--8<-- "parts/p.md"'],
  ])("are put in their place: one %s", async (_what, written, inlined) => {
    const files = {
      "parts/s.md": "A.\n<!-- --8<-- [start:b] -->\nB.\n<!-- --8<-- [end:b] -->\nC.\n",
      "parts/n.md": '--8<-- "parts/p.md"\n',
      "parts/b.md": "B.\n",
    };
    const { text, remarks } = await withSnippets(`# A\n\n${written}\n`, files);
    expect([text, remarks]).toEqual([`# A\n\n${inlined}\n`, []]);
  });

  test("that every page ends with are at the end of every page", async () => {
    const { text } = await withSnippets("# A\n", {}, ": { auto_append: [parts/p.md] }");
    expect(text).toBe("# A\n\n\nRaz.\nDwa.\nTrzy.\n");
  });

  test("that are outside, elsewhere, lost or within themselves stay as they are written, and are told", async () => {
    const written = [
      '--8<-- "../../../etc/passwd"',
      '--8<-- "https://example.com/a.md"',
      '--8<-- "lost.md"',
      '--8<-- "parts/o.md"',
    ];
    const { text, remarks } = await withSnippets(`${written.join("\n")}\n`, { "parts/o.md": '--8<-- "parts/o.md"\n' });
    expect(text?.split("\n").slice(0, 4)).toEqual([...written.slice(0, 3), '--8<-- "parts/o.md"']);
    expect(remarks).toEqual([
      "docs/m/a.md:1 the snippet ../../../etc/passwd is not a file of this folder",
      "docs/m/a.md:2 the snippet https://example.com/a.md is on another site and is not fetched",
      "docs/m/a.md:3 the snippet lost.md is not a file of this folder",
      "parts/o.md:1 the snippet parts/o.md is the 8th within others and is left out",
    ]);
  });

  test("have the lines of their own files in what is told of them", async () => {
    const { remarks } = await withSnippets('# A\n\n--8<-- "parts/l.md"\n\n[D](lost.md)\n', {
      "parts/l.md": "B.\n[C](lost.md)\n",
    });
    expect(remarks).toEqual(["parts/l.md:2 there is no page lost.md", "docs/m/a.md:5 there is no page lost.md"]);
  });
});
