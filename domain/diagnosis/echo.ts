/**
 * What OpenAI shows of the key that it was sent: one of its own, another provider's, words that are no key, or nothing
 * but the mask.
 */
export type Echo = "own" | "other" | "words" | "hidden";

/** A narrow window breaks the sentence and the key in it anywhere. */
const BREAK = "[\\s>|│┃]{0,120}";
const SAID = new RegExp(`${[..."APIkeyprovided:"].join(BREAK)}${BREAK}`, "gi");
const LONGEST_ECHO = 400;
const END =
  /[.,;]?\s{0,4}["'}]{0,4}\s{0,4}(?:\.\s{0,4})?You\s+can\s+(?:find|obtain)|["']\s{0,4}[,}]|\n\s{0,8}\n|\.\s{0,8}$|\.\s{1,24}(?=[A-Z])/;

export type EchoFound = { readonly start: number; readonly end: number; readonly kind: Echo; readonly prefix: string };

/** The echoes in a text, or the last so many of them, with where the echoed key stands. */
export function echoesIn(text: string, most = Number.POSITIVE_INFINITY): readonly EchoFound[] {
  return [...text.matchAll(SAID)].slice(-Math.min(most, text.length)).map(({ index, 0: said }) => {
    const start = index + said.length;
    const rest = text.slice(start, start + LONGEST_ECHO);
    const end = start + (HIDDEN.exec(rest)?.[0].length ?? END.exec(rest)?.index ?? wordAt(text, start).length);
    return { start, end, ...classified(text.slice(start, end)) };
  });
}

/** What redaction has left of an echo. */
const HIDDEN = /^(?:\[words\]|(?:[\w-]{1,12}|\[hex\])?\*{4}(?![*\w-]))/;

/** Without a known end, an echo goes as far as a key would. */
const WORD = /["'`]?[^\s"'`,}]*(?:[ │┃|]{0,120}\n[\s>|│┃]{0,24}[^\s"'`,}]{0,80}\*[^\s"'`,}]*){0,12}/y;

function wordAt(text: string, start: number): string {
  WORD.lastIndex = start;
  return WORD.exec(text)?.[0] ?? "";
}

const OWN = /^(?:sk-(?:proj|svcac(?:ct)?|None)-?|sess-|sk-)/;
const OTHER =
  /^(?:sk-or-|sk-ant|sk-admin-?|sk-lf-|pk-lf-|AIza|AQ\.|tvly-|gsk_|xai-|pplx-|hf_|r8_|nvapi-|lsv2|ghp_|gho_|github_pat|AKIA|ya29|eyJ|xox[a-z]-|csk-|fw_|tgp_|sk_live|sk_test|pat-|ghu_)/;
/** Where a whole message is in capitals, so are the beginnings of keys. */
const SHOUTED_OWN = new RegExp(OWN.source, "i");
const SHOUTED_OTHER = new RegExp(OTHER.source, "i");
const HEX = /^(?:(?=[a-f]*\d)[0-9a-f]{6,}\*+[\w.-]{0,4}$|[0-9a-f]{32}$|\[hex\])/i;
const PLACEHOLDER = /^sk-(?:your|my|xxx|api|key|tw[oó]j|\.\.\.|…|<|\{|\[)/i;

function classified(echo: string): { kind: Echo; prefix: string } {
  const key = echo.replace(/[ |│┃]*\n[\s>|│┃]*/g, "").trim();
  const isShouted = !/[a-z]/.test(key);
  if (key === "" || /^(?:[*•●…]+|\.{3,}|x{4,}|X{4,})[\w-]{0,6}\.?$/.test(key)) return { kind: "hidden", prefix: "" };
  const other = (isShouted ? SHOUTED_OTHER : OTHER).exec(key)?.[0];
  if (other !== undefined) return { kind: "other", prefix: other };
  if (HEX.test(key)) return { kind: "other", prefix: "[hex]" };
  const own = (isShouted ? SHOUTED_OWN : OWN).exec(key)?.[0];
  if (own === undefined || PLACEHOLDER.test(key) || /\s/.test(key)) return { kind: "words", prefix: "[words]" };
  return { kind: "own", prefix: own };
}
