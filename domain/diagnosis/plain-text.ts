/** The most of a text that is read: its start, where a headline stands, and three times as much of its end, where a log says what failed. */
export const HEAD_CHARACTERS = 12_000;
export const TAIL_CHARACTERS = 40_000;

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: "<", gt: ">", nbsp: " ", amp: "&" };
const TAG =
  /<\/?(?:html|head|title|body|div|span|p|a|br|hr|center|h[1-6]|b|i|em|strong|code|pre|table|tbody|t[rdh]|ul|ol|li|meta|link|style|script|img|font|small|section|main|header|footer|button|!doctype)\b[^<>]*>/gi;

/** What a person would read: no escapes at any depth, entities, tags, colours or invisible characters, and straight quotes. */
export function plainText(text: string): string {
  return capped(text)
    .replace(/\r\n?/g, "\n")
    .replace(/\\{2,}/g, "\\")
    .replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([nrt])|(["'`/]))/gi, unescaped)
    .replace(/&amp;/gi, "&")
    .replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(quot|apos|lt|gt|nbsp|amp));/gi, decoded)
    .replace(/\p{Cc}\[[\d;]{0,12}m/gu, "")
    .replace(TAG, " ")
    .replace(/\p{Cf}|\uFE0F/gu, "")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛´′]/g, "'")
    .replace(/[\t\f\v\p{Zs}]/gu, " ");
}

function capped(text: string): string {
  if (text.length <= HEAD_CHARACTERS + TAIL_CHARACTERS) return text;
  return `${text.slice(0, HEAD_CHARACTERS)}\n${text.slice(-TAIL_CHARACTERS)}`;
}

function unescaped(_: string, long?: string, short?: string, blank?: string, sign?: string): string {
  const code = long ?? short;
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  return blank === undefined ? (sign ?? "") : blank.toLowerCase() === "t" ? " " : "\n";
}

function decoded(_: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? "";
  return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? "0", 16) : Number(decimal));
}
