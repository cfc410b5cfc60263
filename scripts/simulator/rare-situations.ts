import {
  BILLING_NOT_ACTIVE,
  FOREIGN_KEY,
  IP_NOT_AUTHORIZED,
  MODEL_UNKNOWN,
  MODEL_WITHDRAWN,
  MODERATED,
  NO_LIMIT_FOR_MODEL,
  NOT_A_MEMBER,
  PARAMETER,
  PROJECT_WITHOUT_MODEL,
  SPEND_LIMIT,
  TERMINATED,
  ZERO_TIER,
} from "./refusal.ts";
import type { Situation } from "./situations.ts";

/** Seldom met, and each with a page of its own all the same. */
export const RARE_SITUATIONS = [
  {
    id: "billing_not_active",
    pl: "Rozliczenia konta są nieaktywne.",
    en: "Billing of the account is not active.",
    responses: BILLING_NOT_ACTIVE,
    images: BILLING_NOT_ACTIVE,
  },
  {
    id: "spend_limit",
    pl: "Organizacja doszła do swojego limitu wydatków.",
    en: "The organization has reached its spend limit.",
    responses: SPEND_LIMIT,
    images: SPEND_LIMIT,
  },
  {
    id: "zero_tier",
    pl: "Konto bez poziomu płatnego: zero obrazów na minutę.",
    en: "No paid tier: zero images a minute.",
    images: ZERO_TIER,
  },
  {
    id: "model_limit_not_set",
    pl: "Organizacja nie ma limitu dla modelu obrazów.",
    en: "The organization has no limit for the image model.",
    images: NO_LIMIT_FOR_MODEL,
  },
  {
    id: "project_access",
    pl: "Projekt nie ma dostępu do modelu.",
    en: "The project may not use the model.",
    responses: PROJECT_WITHOUT_MODEL,
    images: PROJECT_WITHOUT_MODEL,
  },
  {
    id: "ip",
    pl: "Organizacja wpuszcza tylko wybrane adresy IP.",
    en: "The organization lets in chosen IP addresses alone.",
    always: IP_NOT_AUTHORIZED,
  },
  { id: "terminated", pl: "OpenAI odebrało dostęp.", en: "OpenAI has ended the access.", always: TERMINATED },
  {
    id: "not_member",
    pl: "Konto nie należy do żadnej organizacji.",
    en: "The account belongs to no organization.",
    always: NOT_A_MEMBER,
  },
  {
    id: "foreign_key",
    pl: "Klucz, który OpenAI rozpoznaje jako cudzy.",
    en: "A key that OpenAI shows to be another service's.",
    always: FOREIGN_KEY,
  },
  {
    id: "content_policy",
    pl: "Filtr treści odrzuca obraz.",
    en: "The content filter refuses the picture.",
    images: MODERATED,
  },
  {
    id: "bad_parameter",
    pl: "OpenAI nie przyjmuje parametru zapytania.",
    en: "OpenAI does not accept a parameter.",
    responses: PARAMETER,
  },
  {
    id: "model_withdrawn",
    pl: "Model, o który pyta portal, został wycofany.",
    en: "The model that the portal asks for has been withdrawn.",
    responses: MODEL_WITHDRAWN,
  },
  {
    id: "model_unknown",
    pl: "OpenAI nie zna modelu, o który pyta portal.",
    en: "OpenAI does not know the model that the portal asks for.",
    responses: MODEL_UNKNOWN,
  },
  { id: "cut", pl: "Połączenie zostaje zerwane.", en: "The connection is cut.", always: { kind: "cut" } },
] as const satisfies readonly Situation[];
