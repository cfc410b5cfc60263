import type { Rule } from "../rule.ts";
import { phrasesAbroad } from "./languages.ts";
import { LOGIN } from "./login.ts";

/** The account behind the key, and getting into it. */
export const ACCOUNT: readonly Rule[] = [
  { cause: "n8n_version_bug", says: ["headers.setContentType is not a function"] },
  {
    cause: "account_deactivated",
    says: [
      "key is associated with a deactivated account",
      "account associated with this API key has been deactivated",
      "do not have an account because it has been deleted or deactivated",
    ],
    hints: ["associated with a deactivated", "it has been deleted or deactivated"],
    retold: [
      "account…deactivated",
      "account…disabled",
      "konto…dezaktywowane",
      "konto…wyłączone",
      "konto…usunięte",
      ...phrasesAbroad("account_deactivated").retold,
    ],
    codes: ["account_deactivated"],
  },
  {
    cause: "access_terminated",
    says: [
      "your access was terminated due to violation of our policies",
      "we are halting access to the API",
      "using the OpenAI API in ways that violate our policies",
    ],
    hints: ["access was terminated due to", "access has been terminated due to"],
    retold: [
      "access was terminated",
      "access has been terminated",
      "access has been suspended",
      "account…flagged for potential abuse",
      "account…suspended",
      "account…banned",
      "dostęp został zakończony",
      "dostęp…zablokowany z powodu naruszenia",
    ],
    codes: ["access_terminated"],
    types: ["access_terminated"],
  },
  {
    cause: "ip_not_authorized",
    says: ["your IP is not authorized to make this request"],
    hints: ["IP is not authorized to make"],
    retold: [
      "IP is not authorized",
      "IP address is not authorized",
      "IP allowlist",
      "IP not allowed",
      "IP not authorized",
      "IP nie jest autoryzowany",
    ],
    codes: ["ip_not_authorized"],
  },
  {
    cause: "session_key_required",
    says: [
      "must be made with a session key",
      "only be made from the browser). You made it with the following key type",
    ],
  },
  LOGIN,
];
