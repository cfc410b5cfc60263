import { describe, expect, test } from "vitest";
import { catalogue, isCatalogued, toolPage } from "#server/course/queries";
import { aCourse, htmlOf, save } from "./a-course.ts";

const cause = (title: string, words: string, more = "Klucz jest w porządku.") =>
  `---\ntitle: ${title}\nshort: s\nretry: wait\nonWhom: student\nwords: ["${words}"]\n---\n\n${more}\n\n## Co zrobić\n\n1. A.\n`;
const CAUSES = {
  "causes/quota_insufficient.md": cause("Brak środków na API", "You exceeded your current quota"),
  "causes/key_invalid.md": cause("Zły klucz", "Incorrect API key provided"),
  "causes/google_quota_exhausted.md": cause("Limit Gemini", "RESOURCE_EXHAUSTED"),
  "causes/unknown.md": cause("Nie wiemy", "x"),
};

async function foundBy(question: string, files = {}, providers: readonly ("openai" | "google")[] = ["openai"]) {
  const shelves = await catalogue("pl", question, await aCourse({ ...CAUSES, ...files }), { providers });
  return shelves.map(({ shelf, causes }) => [shelf, ...causes.map((page) => page.cause)]);
}

describe("the catalogue of causes", () => {
  test("has the pages that there are, shelf by shelf, and none for what is no message", async () => {
    expect(await foundBy("")).toEqual([
      ["key", "key_invalid"],
      ["money", "quota_insufficient"],
    ]);
  });

  test("has another provider's causes where it is offered", async () => {
    expect(await foundBy("", {}, ["openai", "google"])).toContainEqual(["google", "google_quota_exhausted"]);
    expect(isCatalogued("google_quota_exhausted", ["openai"])).toBe(false);
    expect(isCatalogued("google_quota_exhausted", ["openai", "google"])).toBe(true);
    expect(isCatalogued("unknown", ["openai"])).toBe(false);
  });

  test("is searched in titles, words and explanations, without minding accents", async () => {
    expect(await foundBy("srodkow")).toEqual([["money", "quota_insufficient"]]);
    expect(await foundBy("incorrect")).toEqual([["key", "key_invalid"]]);
    expect(await foundBy("w porzadku")).toHaveLength(2);
    expect(await foundBy("nic takiego")).toEqual([]);
  });

  test("finds the cause of a whole message, whatever else stands in it", async () => {
    expect(await foundBy("Error code: 429 - {'error': {'code': 'insufficient_quota'}}")).toEqual([
      ["money", "quota_insufficient"],
    ]);
  });

  test("shows the rest when a page is broken or gone", async () => {
    expect(await foundBy("", { "causes/key_invalid.md": "---\ntitle: [\n---\n" })).toEqual([
      ["money", "quota_insufficient"],
    ]);
  });
});

describe("the page of a tool", () => {
  const page = "---\ntitle: Gdzie\n---\n\n1. A.\n2. B.\n\n![Ekran](assets/a.svg)\n";

  test("has its text and its drawing", async () => {
    const directory = await aCourse({ "tools/n8n.md": page, "tools/assets/a.svg": '<svg width="960" height="540"/>' });
    const read = await toolPage("en", "n8n", directory);
    expect(read).toMatchObject({ tool: "n8n", locale: "pl", title: "Gdzie" });
    expect(htmlOf(read?.body)).toContain('src="/media/tools/assets/a.svg"');
  });

  test("is the Polish one while the English one is broken, and none while both are", async () => {
    const directory = await aCourse({ "tools/n8n.md": page, "tools/n8n.en.md": "---\ntitle: [\n---\n" });
    expect(await toolPage("en", "n8n", directory)).toMatchObject({ locale: "pl" });
    await save(directory, "tools/n8n.md", "---\n- a\n---\n");
    expect(await toolPage("en", "n8n", directory)).toBeNull();
    expect(await toolPage("pl", "zapier", directory)).toBeNull();
  });

  test("is no module of the course", async () => {
    const { moduleFolders } = await import("#server/course/module-folder");
    expect((await moduleFolders(await aCourse({ "tools/n8n.md": page }))).map(({ slug }) => slug)).toEqual(["m1"]);
  });
});
