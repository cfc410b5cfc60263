import type { Rule } from "../rule.ts";
import { phrasesAbroad } from "./languages.ts";

const LACKS =
  "(?:(?:is|was|has|does)n't (?:been )?(?:set|provided|configured|defined|found|exist)|missing|required|empty|undefined|null|unset|needed|blank|must (?:be|have been) (?:set|provided|specified|supplied)|(?:not|n't|never) (?:been |be |currently )?(?:set|found|configured|provided|defined|specified|available|present|supplied|loaded|null|empty|blank))";
const NOT_WRONG = "(?:(?!invalid|incorrect|wrong|not valid)[\\s\\S])";

/** As Python writes a header in which nothing follows the word, however narrow the window. */
const EMPTY_BEARER = new RegExp(`\\bb["'\`]${[..."bearer"].join("[\\s|>│┃]{0,120}")}[\\s|>│┃]{0,120}["'\`]`, "i");

/** No key reached the request. */
export const KEY_MISSING: Rule = {
  cause: "key_missing",
  says: [
    "you didn't provide an API key",
    "need to provide your API key in an Authorization header",
    "missing bearer or basic authentication in header",
    "missing bearer authentication in header",
    "the OPENAI_API_KEY environment variable is missing or empty",
    "by setting the OPENAI_API_KEY environment variable",
    "add an environment variable OPENAI_API_KEY",
    "OpenAI API key is missing",
    "did not find openai_api_key",
    "no API key provided. You can set your API key in code using 'openai.api_key",
    'no API key found for provider "openai"',
    EMPTY_BEARER,
  ],
  hints: [
    "missing credentials. Please pass an api_key",
    "api_key client option must be set",
    "no API key provided",
    "no API key was provided",
    "API key is not provided for the model",
    "API key not provided",
    new RegExp(`\\bOPEN_?AI_?(?:API_?)?KEY\\b["'\`)]{0,2}${NOT_WRONG}{0,60}?\\b${LACKS}\\b`, "i"),
  ],
  retold: [
    /\b(?:missing|no|without|set|export|define|provide|required|find|found)\b[^.\n]{0,50}\bOPENAI_(?:API_)?KEY\b/i,
    "KeyError: 'OPENAI_API_KEY'",
    "ustaw OPENAI_API_KEY",
    "brak OPENAI_API_KEY",
    "node does not have any credentials set",
    "no API key",
    "no available API key",
    "missing API key",
    "missing OpenAI API key",
    /\b(?:could ?n[o']t|can'?t|cannot|did not|unable to) find[^.\n]{0,30}\bapi[ _-]?key\b/i,
    new RegExp(`(?:(?<![a-z])|openai[ _-]?)api[ _-]?key(?![a-z])${NOT_WRONG}{0,40}?\\b${LACKS}\\b`, "i"),
    /\bAPI_KEY_(?:MISSING|REQUIRED|NOT_SET)\b/i,
    "need an API key",
    "please set your OpenAI API key",
    "please provide an OpenAI API key",
    "please provide your OpenAI API key",
    "please add your OpenAI API key",
    "please enter your OpenAI API key",
    /\bklucz(?![^.\n]{0,40}nieprawid)[^.\n]{0,40}\bpusty/i,
    "brak klucza",
    "brak…klucza OpenAI",
    "brak…klucza API",
    "brakuje klucza",
    "nie podano klucza",
    "nie podałeś klucza",
    "nie podałaś klucza",
    "nie ustawiono klucza",
    "nie znaleziono klucza",
    "nie skonfigurowano klucza",
    "klucz…nie został",
    "klucz…nie jest ustawiony",
    "klucz…nie jest skonfigurowany",
    ...phrasesAbroad("key_missing").retold,
  ],
};
