import { RARE_SITUATIONS } from "./rare-situations.ts";
import {
  DEACTIVATED,
  HARD_LIMIT,
  missingScope,
  NO_CREDITS,
  NO_CREDITS_2026,
  OVERLOADED,
  RATE_LIMITED,
  REGION,
  type Refusal,
  SERVER_ERROR,
  UNVERIFIED,
  WRONG_ORGANIZATION,
} from "./refusal.ts";

export type Endpoint = "models" | "responses" | "images";

/** What goes wrong. `at_first` refuses the first requests of a key since the start, and then lets it through. */
export type Mishap =
  | Refusal
  | { readonly kind: "wrong_key" | "hangs" | "drips" | "html" | "cut" }
  | { readonly kind: "at_first"; readonly requests: number; readonly refusal: Refusal };

export type Situation = {
  readonly id: string;
  readonly pl: string;
  readonly en: string;
  /** At the door: before the request is read. */
  readonly always?: Mishap;
} & { readonly [endpoint in Endpoint]?: Mishap };

const twice = (refusal: Refusal): Mishap => ({ kind: "at_first", requests: 2, refusal });

/** An endpoint that is not named answers as it would to a good key. */
export const SITUATIONS = [
  { id: "good", pl: "Wszystko działa.", en: "Everything works." },
  {
    id: "no_credits",
    pl: "Brak środków (dawny komunikat).",
    en: "No credits (older wording).",
    responses: NO_CREDITS,
    images: NO_CREDITS,
  },
  {
    id: "no_credits_2026",
    pl: "Brak środków (komunikat z 2026).",
    en: "No credits (wording of 2026).",
    responses: NO_CREDITS_2026,
    images: NO_CREDITS_2026,
  },
  {
    id: "unverified",
    pl: "Organizacja bez weryfikacji: tekst działa, obrazy nie.",
    en: "Organization not verified: text works, images do not.",
    images: UNVERIFIED,
  },
  {
    id: "wrong",
    pl: "OpenAI nie zna tego klucza.",
    en: "OpenAI does not know the key.",
    always: { kind: "wrong_key" },
  },
  {
    id: "restricted",
    pl: "Klucz prawdziwy, ale z ograniczonymi uprawnieniami.",
    en: "A genuine key with too few permissions.",
    models: missingScope(403, "api.model.read"),
    responses: missingScope(401, "api.responses.write"),
    images: missingScope(401, "api.model.images.request"),
  },
  {
    id: "wrong_organization",
    pl: "Klucz należy do innej organizacji.",
    en: "The key belongs to another organization.",
    always: WRONG_ORGANIZATION,
  },
  {
    id: "rate_limited",
    pl: "Za dużo zapytań na minutę.",
    en: "Too many requests a minute.",
    responses: RATE_LIMITED,
    images: RATE_LIMITED,
  },
  {
    id: "region",
    pl: "Połączenie z nieobsługiwanego kraju.",
    en: "A call from an unsupported country.",
    always: REGION,
  },
  { id: "deactivated", pl: "Konto wyłączone przez OpenAI.", en: "Account deactivated by OpenAI.", always: DEACTIVATED },
  {
    id: "billing_hard_limit",
    pl: "Osiągnięty limit wydatków konta.",
    en: "The account's hard limit is reached.",
    responses: HARD_LIMIT,
    images: HARD_LIMIT,
  },
  { id: "server_500", pl: "Błąd po stronie OpenAI.", en: "An error at OpenAI.", always: SERVER_ERROR },
  { id: "overloaded_503", pl: "OpenAI jest przeciążone.", en: "OpenAI is overloaded.", always: OVERLOADED },
  { id: "hangs", pl: "OpenAI nie odpowiada.", en: "OpenAI never answers.", always: { kind: "hangs" } },
  {
    id: "drips",
    pl: "Odpowiedź płynie po jednym bajcie na sekundę.",
    en: "The answer comes a byte a second.",
    always: { kind: "drips" },
  },
  {
    id: "html",
    pl: "Zamiast API odpowiada strona pośrednika.",
    en: "A gateway's page in place of the API.",
    always: { kind: "html" },
  },
  {
    id: "verified_not_yet",
    pl: "Świeżo po weryfikacji: obrazy zadziałają za trzecim razem.",
    en: "Just verified: images work at the third try.",
    images: twice(UNVERIFIED),
  },
  {
    id: "paid_not_yet",
    pl: "Świeżo po zakupie: środki dotrą za trzecim razem.",
    en: "Just paid: credits arrive at the third try.",
    responses: twice(NO_CREDITS_2026),
  },
  ...RARE_SITUATIONS,
] as const satisfies readonly Situation[];

export type SituationId = (typeof SITUATIONS)[number]["id"];
