import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { type AbstractIntlMessages, createTranslator, type MessageKeys, type NestedKeyOf } from "use-intl/core";
import { describe, expect, test } from "vitest";
import en from "../../messages/en.json" with { type: "json" };
import pl from "../../messages/pl.json" with { type: "json" };

const COUNTS = [0, 1, 2, 5, 22, 1.5];

type Key = MessageKeys<typeof pl, NestedKeyOf<typeof pl>>;
type Placeholder = { readonly name: string; readonly type: TYPE; readonly branches: readonly string[] };

const textsOf = (messages: AbstractIntlMessages, path = ""): [string, string][] =>
  Object.entries(messages).flatMap(([name, value]) =>
    typeof value === "string" ? [[path + name, value]] : textsOf(value, `${path}${name}.`),
  );
const polish = textsOf(pl);
const english = textsOf(en);

const placeholdersOf = (message: string): Placeholder[] => placeholdersIn(parse(message));

/** Those inside plurals, selects and tags too. */
function placeholdersIn(parts: readonly MessageFormatElement[]): Placeholder[] {
  return parts.flatMap((part): Placeholder[] => {
    if (part.type === TYPE.literal || part.type === TYPE.pound) return [];
    const options = "options" in part ? part.options : {};
    const inside = [
      ...Object.values(options).flatMap(({ value }) => value),
      ...("children" in part ? part.children : []),
    ];
    return [{ name: part.value, type: part.type, branches: Object.keys(options).sort() }, ...placeholdersIn(inside)];
  });
}

const namesOf = (texts: [string, string][]) =>
  Object.fromEntries(
    texts.map(([key, text]) => [key, [...new Set(placeholdersOf(text).map(({ name }) => name))].sort()]),
  );
const branchesOf = (texts: [string, string][], type: TYPE) =>
  texts.flatMap(([key, text]) =>
    placeholdersOf(text).flatMap((placeholder) =>
      placeholder.type === type ? [`${key} ${placeholder.name}: ${placeholder.branches.join(" ")}`] : [],
    ),
  );

/** The counts in turn; where a message selects, its branches in turn. */
function samplesOf(message: string) {
  const placeholders = placeholdersOf(message);
  const turns = Math.max(COUNTS.length, ...placeholders.map(({ branches }) => branches.length));
  const sampleOf = ({ type, branches }: Placeholder, turn: number) => {
    if (type === TYPE.tag) return (chunks: string) => chunks;
    return (type === TYPE.select ? branches[turn % branches.length] : COUNTS[turn % COUNTS.length]) ?? 0;
  };
  return Array.from({ length: turns }, (_, turn) =>
    Object.fromEntries(placeholders.map((placeholder) => [placeholder.name, sampleOf(placeholder, turn)])),
  );
}

describe("the two languages", () => {
  test("have the same messages", () => {
    expect(english.map(([key]) => key).sort()).toEqual(polish.map(([key]) => key).sort());
  });

  test("name the same placeholders in each message", () => {
    expect(namesOf(english)).toEqual(namesOf(polish));
  });

  test("select between the same branches", () => {
    expect(branchesOf(english, TYPE.select).sort()).toEqual(branchesOf(polish, TYPE.select).sort());
  });
});

describe("plurals", () => {
  test.each([
    ["Polish", polish, "few many one other"],
    ["English", english, "one other"],
  ])("each %s one has every form of its language", (_, texts, forms) => {
    const found = branchesOf(texts, TYPE.plural);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((plural) => !plural.endsWith(`: ${forms}`))).toEqual([]);
  });
});

describe.each([
  ["pl", pl, polish],
  ["en", en, english],
] as const)("messages in %s", (locale, messages, texts) => {
  const onError = (error: Error) => {
    throw error;
  };
  const translate = createTranslator({ locale, messages, timeZone: "UTC", onError });

  test.each(texts)("%s parses, and formats every count and branch", (key, text) => {
    for (const values of samplesOf(text)) expect(translate.markup(key as Key, values)).toMatch(/^[^{}<]+$/);
  });
});
