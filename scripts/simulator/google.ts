import type { Answer } from "./answer.ts";

/** What Google's REST API says when it says no, as documented and as seen in public bug reports. */
type GoogleRefusal = {
  readonly status: number;
  readonly state: string;
  readonly message: string;
  readonly reason?: string;
};

type GoogleSituation = {
  readonly id: string;
  readonly pl: string;
  readonly en: string;
  /** Of every call, or of answers alone. */
  readonly always?: GoogleRefusal | "hangs";
  readonly answers?: GoogleRefusal;
};

const GOOGLE_SITUATIONS = [
  { id: "good", pl: "Wszystko działa.", en: "Everything works." },
  {
    id: "invalid",
    pl: "Google nie zna tego klucza.",
    en: "Google does not know the key.",
    always: {
      status: 400,
      state: "INVALID_ARGUMENT",
      message: "API key not valid. Please pass a valid API key.",
      reason: "API_KEY_INVALID",
    },
  },
  {
    id: "expired",
    pl: "Klucz wygasł.",
    en: "The key has expired.",
    always: {
      status: 400,
      state: "INVALID_ARGUMENT",
      message: "API key expired. Please renew the API key.",
      reason: "API_KEY_INVALID",
    },
  },
  {
    id: "disabled",
    pl: "Usługa nie jest włączona w projekcie.",
    en: "The service is not enabled in the project.",
    always: {
      status: 403,
      state: "PERMISSION_DENIED",
      message: "Generative Language API has not been used in project 000000000000 before or it is disabled.",
      reason: "SERVICE_DISABLED",
    },
  },
  {
    id: "region",
    pl: "Połączenie z nieobsługiwanego kraju.",
    en: "A call from an unsupported country.",
    answers: {
      status: 400,
      state: "FAILED_PRECONDITION",
      message: "User location is not supported for the API use.",
    },
  },
  {
    id: "quota",
    pl: "Bezpłatny limit jest wyczerpany.",
    en: "The free limit is used up.",
    answers: {
      status: 429,
      state: "RESOURCE_EXHAUSTED",
      message:
        "You exceeded your current quota, please check your plan and billing details. * Quota exceeded for metric: generativelanguage.googleapis.com/generate_content_free_tier_requests, limit: 0",
    },
  },
  {
    id: "overloaded",
    pl: "Google jest przeciążone.",
    en: "Google is overloaded.",
    answers: { status: 503, state: "UNAVAILABLE", message: "The model is overloaded. Please try again later." },
  },
  { id: "hangs", pl: "Google nie odpowiada.", en: "Google never answers.", always: "hangs" },
] as const satisfies readonly GoogleSituation[];

export type GoogleSituationId = (typeof GOOGLE_SITUATIONS)[number]["id"];

// Put together at run time, so that nothing in the repository looks like a key.
const PREFIX = ["AI", "za"].join("");
const OURS = new RegExp(`^${PREFIX}Sim_([a-z]+)-`);

/** A Gemini key that stands for a situation; `owner` sets two students with the same situation apart. */
export const googleKeyOf = (situation: GoogleSituationId, owner = ""): string =>
  `${PREFIX}Sim_${situation}-${owner}`.padEnd(64, "x");

const situationOf = (key: string | null): GoogleSituation | null =>
  GOOGLE_SITUATIONS.find(({ id }) => id === OURS.exec(key ?? "")?.[1]) ?? null;

/** For the demo's key page. */
export const googleSituations = (owner: string) =>
  GOOGLE_SITUATIONS.map(({ id, pl, en }) => ({ key: googleKeyOf(id, owner), pl, en }));

const MODELS = ["gemini-2.5-flash-lite", "gemini-2.5-flash", "gemini-2.5-pro"];
const GENERATE = /^\/v1beta\/models\/([\w.-]+):generateContent$/;

/** Null where the path is not Google's. */
export function googleAnswer(method: string, path: string, key: string | null): Answer | null {
  if (!path.startsWith("/v1beta/")) return null;
  const situation = situationOf(key);
  if (!situation) return refused(situationNamed("invalid").always);
  if (situation.always === "hangs") return { kind: "hangs" };
  if (situation.always) return refused(situation.always);
  if (method === "GET" && path === "/v1beta/models") return { kind: "success", body: list() };
  const model = method === "POST" ? GENERATE.exec(path)?.[1] : undefined;
  if (model === undefined) return refused({ status: 404, state: "NOT_FOUND", message: "Not Found" });
  if (situation.answers) return refused(situation.answers);
  if (!MODELS.includes(model)) return refused(unknownModel(model));
  return { kind: "success", body: generated(model) };
}

const situationNamed = <Id extends GoogleSituationId>(id: Id) =>
  GOOGLE_SITUATIONS.find((known) => known.id === id) as Extract<(typeof GOOGLE_SITUATIONS)[number], { id: Id }>;

const unknownModel = (model: string): GoogleRefusal => ({
  status: 404,
  state: "NOT_FOUND",
  message: `models/${model} is not found for API version v1beta, or is not supported for generateContent. Call ListModels to see the list of available models and their supported methods.`,
});

function refused({ status, state, message, reason }: GoogleRefusal): Answer {
  const info = { "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason, domain: "googleapis.com" };
  const error = { code: status, message, status: state, ...(reason && { details: [info] }) };
  return { kind: "other", status, body: { error } };
}

const list = () => ({
  models: MODELS.map((name) => ({ name: `models/${name}`, supportedGenerationMethods: ["generateContent"] })),
});

const generated = (model: string) => ({
  candidates: [{ content: { role: "model", parts: [{ text: "Gotowe" }] }, finishReason: "STOP", index: 0 }],
  usageMetadata: { promptTokenCount: 8, candidatesTokenCount: 2, totalTokenCount: 10 },
  modelVersion: model,
});
