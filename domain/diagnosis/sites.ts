import type { Reading } from "./reading.ts";
import { ELSEWHERE } from "./rules/elsewhere.ts";
import { lastPlaceOf, type Place } from "./words.ts";

const OPENAI_SITE = /\b(?:platform|help|api|status|auth0?)\s?\.\s?openai\s?\.\s?com/i;
export const namesOpenAiSite = ({ text }: Reading): boolean => OPENAI_SITE.test(text);

const OPENAI = /(?<!\b(?:install|import|named|package) ['"]?)\b(?:open ?ai|chat ?gpt)\b(?! ?\/|[- ]?compat)/gi;
const MUCH = 2;

/** Of two names the one that stands much nearer to what was said is meant. */
export function isOpenAiNearer(said: Place, other: Place, { text }: Reading): boolean {
  const distance = (start: number) => Math.abs(start - said.start);
  return [...text.matchAll(OPENAI)].some(({ index }) => distance(index) * MUCH < distance(other.start));
}

/** What fails is another program, or another site: its headline is no model provider's. */
export function elsewhereIn(reading: Reading, near?: Place): Place | null {
  if (namesOpenAiSite(reading)) return null;
  for (const words of ELSEWHERE) {
    const place = lastPlaceOf(words, reading);
    if (place && !(near && isOpenAiNearer(near, place, reading))) return place;
  }
  return otherSiteIn(reading);
}

const SITE = /https?:\/\/([\w.-]{1,100})(\/[^\s"'<>]{0,200})?/gi;
/** Sites that explain errors or belong to the tools in which they are seen, and paths that are the API's wherever it is reached. */
const NEUTRAL_SITE =
  /openai|chatgpt|gpt|n8n|make\.com|integromat|zapier|localhost|127\.0\.0\.1|curl|mozilla|httpstatus|cloudflare|github\.com|langchain|w3\.org|stackoverflow|microsoft|aka\.ms|nodejs|python/i;
const API_PATH = /\/v1\/|\/(?:chat|completions|images|models|responses|embeddings)\b/i;

function otherSiteIn({ text }: Reading): Place | null {
  const sites = [...text.matchAll(SITE)].slice(0, 200);
  const strange = ({ 0: url, 1: host = "", 2: path = "" }: RegExpMatchArray) =>
    !NEUTRAL_SITE.test(host) && !API_PATH.test(path) && url !== "";
  const found = sites.length > 0 && sites.every(strange) ? sites[0] : undefined;
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}

const HOST = "((?:[a-z\\d-]{1,63}\\.){1,6}[a-z]{2,24}|(?:\\d{1,3}\\.){3}\\d{1,3}|\\[?::1\\]?|localhost)";
/** Where a transport error says whom it did not reach. */
const UNREACHED: readonly RegExp[] = [
  new RegExp(
    `\\b(?:ENOTFOUND|EAI_AGAIN|ECONN\\w{1,12}|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|getaddrinfo|lookup|dial tcp|UnknownHostException)[:\\s>]{1,12}${HOST}`,
    "gi",
  ),
  /\b(?:ENOTFOUND|EAI_AGAIN)[: ]{1,2}(?!(?:at|in|for|while|error)\b)([a-z][\w-]{1,40})(?=[\s:'",)]|$)/g,
  new RegExp(
    `\\b(?:host(?:name)?|server(?: at)?|resolve(?: host)?|connect(?:ing|ion)? (?:to|with)|request to|for url|GET|POST|url)[:=\\s>]{1,12}["'(]{0,2}(?:host |server )?["']?(?:(?:http|ws)s?://)?${HOST}`,
    "gi",
  ),
];
/** A way to OpenAI and no place of its own, or an address without a name. */
const PASSING = /open ?a[il1]|gpt|proxy|^(?!10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+$/i;

/** Another place than OpenAI that a connection did not reach; a proxy on the way is none. */
export function unreachedIn(reading: Reading): Place | null {
  const { text } = reading;
  if (/\bopenai\.com\b/i.test(text) || /\bproxy\b/i.test(text)) return null;
  const hosts = UNREACHED.flatMap((words) => [...text.matchAll(words)].slice(-20));
  if (hosts.some(({ 1: host = "" }) => PASSING.test(host))) return null;
  const [found] = hosts;
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}
