import type { Rule } from "../rule.ts";
import { KEY_MALFORMED } from "./key-malformed.ts";
import { KEY_MISSING } from "./key-missing.ts";
import { phrasesAbroad } from "./languages.ts";

const ABROAD = phrasesAbroad("key_invalid");

/** No key, no key of ours, no key at all. */
export const KEYS: readonly Rule[] = [
  KEY_MISSING,
  KEY_MALFORMED,
  {
    cause: "key_wrong_provider",
    says: ["access denied due to invalid subscription key", "invalid x-api-key"],
    retold: [
      "this is not an OpenAI key",
      "key from another provider",
      "klucz innego dostawcy",
      /\badmin (?:api )?keys?\b[\s\S]{0,60}?\b(?:cannot|can't|not|only)\b/i,
      /\b(?:sk-or-|sk-ant-|sk-admin-|AIza|gsk_|xai-|tvly-|pplx-)[\w-]{0,12}\*{3,}/,
    ],
    echoes: ["other"],
    foreign: true,
  },
  {
    cause: "key_invalid",
    says: ["incorrect API key provided"],
    hints: [
      "invalid OpenAI API key",
      "incorrect OpenAI API key",
      "invalid OpenAI key",
      "invalid OpenAI API token",
      /^[\s\S]{0,60}\b(?:invalid|incorrect|wrong) api[ _-]?key\b[\s\S]{0,60}$/i,
      /^[\s\S]{0,40}\b(?:nieprawidłowy|niepoprawny|niewłaściwy|zły|błędny) klucz api\b[\s\S]{0,40}$/i,
      ...ABROAD.hints,
    ],
    retold: [
      /(?:\bsk-[\w-]{0,24}|\*)\*{3,}[\s\S]{0,200}?platform\.openai\.com/i,
      "incorrect API key",
      "invalid API key",
      "wrong API key",
      /(?<![a-z])api[ _-]?key(?![a-z])[\s\S]{0,40}?\b(?:invalid|incorrect|rejected|revoked|expired|disabled|wrong|not valid)\b/i,
      "nieprawidłow…klucz",
      "nieprawidłowy OPENAI_API_KEY",
      "niepoprawny klucz",
      "niewłaściwy klucz",
      "błędny klucz",
      "zły klucz",
      "nieważny klucz",
      "klucz…nieprawidłowy",
      "klucz…niepoprawny",
      "klucz…niewłaściwy",
      "klucz…nieważny",
      "klucz…błędny",
      "klucz…wygasł",
      "klucz…został odrzucony",
      "OpenAI API key jest nieprawidłowy",
      ...ABROAD.retold,
    ],
    codes: ["invalid_api_key"],
    echoes: ["own", "hidden"],
  },
];
