import type { Rule } from "../rule.ts";
import { sentencesAbroad } from "./headlines-abroad.ts";
import { NETWORK } from "./network.ts";

/** Nobody judged the key: the service was down, or something stood between. */
export const FAILURES: readonly Rule[] = [
  {
    cause: "overloaded",
    says: [
      "that model is currently overloaded with other requests",
      "the server is currently overloaded with other requests",
      "the engine is currently overloaded",
      "our servers are currently overloaded",
      "service unavailable - try again later or consider setting this node to retry",
    ],
    hints: [
      "currently overloaded",
      "service unavailable",
      "server is busy, please try again later",
      ...sentencesAbroad("overloaded"),
      "the service is temporarily unavailable",
      "service is temporarily overloaded",
    ],
    retold: [
      "model is overloaded",
      "server overloaded",
      "servers are overloaded",
      "serwery są przeciążone",
      "serwer jest przeciążony",
      "serwery OpenAI są przeciążone",
      "temporarily unavailable",
    ],
    codes: ["server_is_overloaded", "service_unavailable"],
    types: ["service_unavailable_error", "service_unavailable"],
    statuses: [503],
  },
  {
    cause: "server_error",
    says: [
      "the server had an error while processing your request",
      "the server had an error processing your request",
      "an error occurred while processing your request. You can retry",
      "the service was not able to process your request",
    ],
    hints: sentencesAbroad("server_error"),
    codes: ["server_error", "internal_error"],
    types: ["server_error"],
  },
  {
    cause: "gateway_error",
    says: [
      "cf_bad_gateway",
      "bad gateway - the service failed to handle your request",
      "gateway timed out - perhaps try again later",
    ],
    hints: [
      "bad gateway",
      "BadGatewayError",
      "gateway time-out",
      "gateway timeout",
      "gateway timed out",
      "web server is returning an unknown error",
      "web server is down",
      "origin web server",
      "origin is unreachable",
      "upstream connect error",
      "no healthy upstream",
      "upstream request timeout",
      /\b52[0-7]:? (?:a timeout occurred|connection timed out|web server|origin|ssl handshake|unknown error)/i,
      /\berror(?: code)?:? ?52[0-7]\b/i,
      /\| ?52[0-7]:/,
      "an error occurred with your deployment",
      ...sentencesAbroad("gateway_error"),
      /unexpected token '?<'?[\s\S]{0,60}?(?:json|doctype|html)/i,
    ],
    types: ["cf_bad_gateway"],
    statuses: [502, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530],
  },
  ...NETWORK,
  {
    cause: "server_error",
    hints: ["internal server error", "the service failed to process your request", "wewnętrzny błąd serwera"],
    retold: ["błąd serwera", "server error", "HTTP 500"],
    statuses: [500],
  },
];
