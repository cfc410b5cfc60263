import { describe, expect, test } from "vitest";
import { fenceInfoOf, highlightCode } from "#server/course/markdown/code";
import { treeOf } from "#server/course/markdown/markdown";
import { textOf } from "#server/course/markdown/text";
import { countOf, htmlOf } from "../a-course.ts";

const highlighted = (markdown: string) => {
  const tree = treeOf(markdown);
  highlightCode(tree);
  return tree;
};

test.each([
  ["py", { language: "py", title: null, firstLine: null, marked: [] }],
  ['py title="a b.py"', { language: "py", title: "a b.py", firstLine: null, marked: [] }],
  [
    '{ .js .extra title="a.js" linenums="10" hl_lines="2 4-6" }',
    { language: "js", title: "a.js", firstLine: 10, marked: [2, 4, 5, 6] },
  ],
  ['linenums="1"', { language: null, title: null, firstLine: 1, marked: [] }],
  ["", { language: null, title: null, firstLine: null, marked: [] }],
])("behind a fence, '%s' says what Material reads there", (info, expected) => {
  const { marked, ...rest } = fenceInfoOf(info);
  expect({ ...rest, marked: [...marked] }).toEqual(expected);
});

describe("fenced code", () => {
  test("keeps each of its characters, coloured, numbered, marked or not", () => {
    const code = 'const a = `x\ny`; // "z"\n\nfunction f() {\n  return 1;\n}\n';
    for (const info of ["js", "", 'js linenums="1" hl_lines="1-3"', "nieznany-jezyk"]) {
      expect(textOf(highlighted(`\`\`\` ${info}\n${code}\`\`\``)).trim()).toBe(code.trim());
    }
  });

  test("is coloured in a language that is known", () => {
    expect(htmlOf(highlighted("```js\nconst a = 1;\n```"))).toContain('<span class="hljs-keyword">const</span>');
  });

  test("has its title above, its numbers in front and its lines marked", () => {
    const page = htmlOf(highlighted('``` js title="a.js" linenums="7" hl_lines="2"\nlet a;\nlet b;\n```'));
    expect(page).toMatch(/^<div class="highlight"><span class="filename">a\.js<\/span><pre><code class="language-js">/);
    expect(page.match(/data-line="\d"/g)).toEqual(['data-line="7"', 'data-line="8"']);
    expect(countOf('span class="line hll"', page)).toBe(1);
  });

  test("asks for lines without end and is answered at once", () => {
    expect(fenceInfoOf('hl_lines="1-999999999"').marked.size).toBeLessThan(20_000);
  });
});
