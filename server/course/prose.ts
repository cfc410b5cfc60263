import "server-only";
import { codeSpansIn } from "./code-spans.ts";

/** From `start` to `end`, the latter not counted in. */
export type Stretch = { readonly start: number; readonly end: number };

const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*(`{3,}|~{3,})/;
const OPENER = /^(?:[-*+]|\d+[.)]|!!!|\?\?\?\+?|={3}[+!]?|\[\^[^\]]+\]:|:)(?:[ \t]|$)/;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const CODE_INDENT = 4;

const spaced = (text: string): string => text.replace(/[^\n]/g, " ");

/**
 * The text with spaces in place of its code and its comments, so that what looks like a link, a tag or a picture is one.
 * Every place in it is the same place in the text.
 */
export function proseOf(text: string): string {
  const lines = withoutCodeLines(text);
  const words = without(lines, codeSpansIn(lines));
  return without(words, commentsIn(words));
}

const commentsIn = (text: string): Stretch[] =>
  [...text.matchAll(COMMENT)].map((found) => ({ start: found.index, end: found.index + found[0].length }));

function without(text: string, stretches: readonly Stretch[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of stretches) {
    parts.push(text.slice(from, start), spaced(text.slice(start, end)));
    from = end;
  }
  return parts.join("") + text.slice(from);
}

function withoutCodeLines(text: string): string {
  let fence = "";
  const isIndented = indentedCode();
  return text
    .split("\n")
    .map((line) => {
      if (fence !== "") {
        if (isClosing(line, fence)) fence = "";
        return spaced(line);
      }
      fence = FENCE.exec(line)?.[1] ?? "";
      return fence !== "" || isIndented(line) ? spaced(line) : line;
    })
    .join("\n");
}

function isClosing(line: string, fence: string): boolean {
  const mark = line.replace(/^[ \t>]*/, "").trimEnd();
  return mark.length >= fence.length && mark === (fence[0] ?? "").repeat(mark.length);
}

/** Follows which lists and notes are open, since four spaces below one of them are its content and no code. */
function indentedCode(): (line: string) => boolean {
  const open: number[] = [];
  let isAfterBlank = true;
  return (line) => {
    const words = line.trimStart();
    if (words === "") {
      isAfterBlank = true;
      return false;
    }
    const indent = line.replaceAll("\t", "    ").length - words.replaceAll("\t", "    ").length;
    while ((open.at(-1) ?? -1) >= indent) open.pop();
    const own = open.length > 0 ? (open.at(-1) ?? 0) + CODE_INDENT : 0;
    if (isAfterBlank && indent >= own + CODE_INDENT) return true;
    isAfterBlank = false;
    if (OPENER.test(words)) open.push(indent);
    return false;
  };
}
