import type { Rule } from "../rule.ts";
import { phrasesAbroad } from "./languages.ts";

const ABROAD = phrasesAbroad("login_problem");

const HOST = "\\bauth0?\\.openai\\.com\\b";
/** A page that answered; one that was not reached is the network's matter. */
const REACHED =
  "(?![\\s\\S]{0,200}(?:ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|timed out|timeout|max retries|resolve host|certificate|SSL))";
const FAILED =
  "(?:error|oops|fail|invalid|mismatch|denied|expired|blocked|wrong|not found|unauthori|błąd|\\b[45]\\d\\d\\b)";

/** Getting into the account. Its pages borrow the API's codes for what is no refusal of a key. */
export const LOGIN: Rule = {
  cause: "login_problem",
  says: [
    "the authentication method you used during sign up",
    "which is not the authentication method you used",
    "an error occurred during authentication (",
    "already linked to the maximum number of accounts",
    "your authorization session was not initialized or has expired",
    /\broute error ?\(? ?4\d\d\b/i,
  ],
  hints: [
    "identity provider mismatch",
    "linked to the maximum number of accounts",
    "authorization session was not initialized",
    new RegExp(`${HOST}${REACHED}(?=[\\s\\S]{0,300}${FAILED})`, "i"),
    new RegExp(`${FAILED}${REACHED}[\\s\\S]{0,200}${HOST}`, "i"),
    // The error page of the sign-in site: a heading, a sentence, and its code and request below.
    /\bauthentication error\b[\s\S]{0,400}\berror_?code\b[\s\S]{0,80}\brequest_?id\b/i,
    "token exchange failed",
    /\btoken_exchange_failed\b/i,
    "sign-in could not be completed",
    "authentication token has been invalidated",
    "Auth0 did not issue an access token",
    /\b(?:open ?ai|chat ?gpt)\b[\s\S]{0,80}\b(?:log(?:ging)?[ -]?in|sign(?:ing)?[ -]?(?:in|up))\b[\s\S]{0,60}\b(?:invalid_\w+|access_denied|rate_limit_exceeded|server_error|account_\w+|unknown_error)\b/i,
    /\b(?:invalid_\w+|access_denied|rate_limit_exceeded|server_error|unknown_error)\b[\s\S]{0,60}\b(?:log(?:ging)?[ -]?in|sign(?:ing)?[ -]?(?:in|up)|phone)\b[\s\S]{0,80}\b(?:open ?ai|chat ?gpt)\b/i,
    /\bnon-virtual\b[\s\S]{0,40}\bphone number\b/i,
    /\b(?:landline|voip)\b[\s\S]{0,60}\bphone number\b/i,
  ],
  retold: [
    "an error occurred during authentication",
    "wrong email or password",
    "incorrect email address or password",
    "too many signups from the same IP",
    "we ran into an issue while signing you in",
    "we ran into an issue while authenticating you",
    "your session has expired…log in again",
    "please try signing in again",
    "please log out and sign in again",
    "invalid session token",
    "session token has expired",
    "failed to refresh auth token",
    "state mismatch",
    /\bpreauth/i,
    "oops!, something went wrong",
    "email you provided is not supported",
    "email domain is not supported",
    "email is not supported",
    "phone verification attempts",
    "phone number is not supported",
    "phone number cannot be used",
    "phone number is already in use",
    "unable to send…text message to",
    "couldn't verify your phone number",
    /\b(?:suspicious|unusual)\b[\s\S]{0,60}\b(?:phone number|log ?in|sign ?in|sign ?up)\b/i,
    /\/auth\/callback\?error=/i,
    "could not verify your phone number",
    /\b(?:landline|voip)\b/i,
    "sign up is currently unavailable",
    "signups are currently unavailable",
    "signup is not available",
    /\baccount\b[\s\S]{0,20}\bflagged\b(?![\s\S]{0,40}potential abuse)[\s\S]{0,120}\b(?:log ?in|sign ?in|sign ?up)\b/i,
    /\b(?:log ?in|sign ?in|sign ?up)\b[\s\S]{0,120}\baccount\b[\s\S]{0,20}\bflagged\b/i,
    /\b(?:log ?in|sign ?in|sign ?up) (?:failed|error|is not possible)\b/i,
    /\b(?:cannot|can't|unable to|could not|couldn't) (?:log ?in|sign ?in|sign ?up)\b/i,
    "nie można zalogować się",
    "nie mogę się zalogować",
    "logowanie nie powiodło się",
    "logowanie nieudane",
    "numer telefonu…maksymalną liczbą kont",
    "numer telefonu…już połączony",
    "numer telefonu…już powiązany",
    ...ABROAD.retold,
  ],
  unless: ["account_deactivated", "unsupported_country", "unsupported_country_region_territory"],
  codes: ["identity_provider_mismatch", "session_expired", "preauth_cookie"],
};
