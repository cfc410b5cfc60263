/** What was taken off a paste before it was read as a key. */
export type Cleaning = "whitespace" | "invisible" | "bearer" | "name" | "quotes";

const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069]|\u00AD|\uFEFF/gu;
const NAME = /^(?:export\s+|set\s+|\$env:)?[A-Za-z_]\w{0,63}\s*=(?!=)/i;
const BEARER = /^(?:Authorization:\s*)?Bearer\s+/i;
const QUOTES = ['""', "''", "``", "“”", "„”", "„“", "””", "‘’", "‚’", "’’", "«»"];

/** Each comes off at most once, in whichever order they were put on. */
const WRAPPINGS: Readonly<Record<"name" | "bearer" | "quotes", (text: string) => string>> = {
  name: (text) => text.replace(NAME, ""),
  bearer: (text) => text.replace(BEARER, ""),
  quotes: (text) => (QUOTES.some((pair) => isWrapped(text, pair)) ? text.slice(1, -1) : text),
};

type Wrapping = keyof typeof WRAPPINGS;

export function clean(paste: string): { text: string; cleaned: readonly Cleaning[] } {
  const visible = paste.replace(INVISIBLE, "");
  const { text, taken } = unwrap(visible.trim(), ["name", "bearer", "quotes"]);
  const edges: Cleaning[] = visible === visible.trim() ? [] : ["whitespace"];
  return { text, cleaned: [...(visible === paste ? [] : (["invisible"] as const)), ...edges, ...taken] };
}

function unwrap(text: string, left: readonly Wrapping[]): { text: string; taken: readonly Wrapping[] } {
  const next = left.find((wrapping) => WRAPPINGS[wrapping](text) !== text);
  if (!next) return { text, taken: [] };
  const inner = unwrap(
    WRAPPINGS[next](text).trim(),
    left.filter((wrapping) => wrapping !== next),
  );
  return { text: inner.text, taken: [next, ...inner.taken] };
}

const isWrapped = (text: string, pair: string) =>
  text.length >= 2 && text.startsWith(pair.charAt(0)) && text.endsWith(pair.charAt(1));
