import { invalid, type Refusal, refusal } from "./refusal.ts";
import type { Endpoint } from "./situations.ts";

export type Body = Readonly<Record<string, unknown>>;
type Rule = (body: Body) => Refusal | null;

export const MODELS = [
  "gpt-4.1",
  "gpt-4.1-mini",
  "gpt-4.1-nano",
  "gpt-4o",
  "gpt-4o-mini",
  "gpt-5",
  "gpt-5-mini",
  "gpt-5-nano",
  "gpt-image-1",
  "gpt-image-1-mini",
  "text-embedding-3-small",
];

const RESPONSES =
  "model input instructions max_output_tokens reasoning text temperature top_p store stream metadata tools tool_choice include truncation user service_tier prompt_cache_key safety_identifier";
const IMAGES =
  "model prompt size quality n output_format output_compression background moderation user stream partial_images";

/** Checked in this order, and before credits or verification, as OpenAI does. */
const RULES: Readonly<Record<Endpoint, readonly Rule[]>> = {
  models: [],
  responses: [knows(RESPONSES), needs("model"), needs("input"), between("max_output_tokens", 16, 1_000_000), model],
  images: [
    knows(IMAGES),
    needs("model"),
    needs("prompt"),
    oneOf("size", ["1024x1024", "1024x1536", "1536x1024", "auto"]),
    oneOf("quality", ["low", "medium", "high", "auto"]),
    oneOf("output_format", ["png", "jpeg", "webp"]),
    between("n", 1, 10),
    imageModel,
  ],
};

export function flawOf(endpoint: Endpoint, body: Body): Refusal | null {
  for (const rule of RULES[endpoint]) {
    const flaw = rule(body);
    if (flaw) return flaw;
  }
  return null;
}

function knows(list: string): Rule {
  const names = list.split(" ");
  return (body) => {
    const stranger = Object.keys(body).find((name) => !names.includes(name));
    return stranger ? invalid(stranger, "unknown_parameter", `Unknown parameter: '${stranger}'.`) : null;
  };
}

function needs(name: string): Rule {
  return (body) =>
    body[name] ? null : invalid(name, "missing_required_parameter", `Missing required parameter: '${name}'.`);
}

function between(name: string, least: number, most: number): Rule {
  return ({ [name]: value }) => {
    if (value === undefined || value === null) return null;
    if (!Number.isInteger(value))
      return invalid(name, "invalid_type", `Invalid type for '${name}': expected an integer.`);
    const number = Number(value);
    if (number >= least && number <= most) return null;
    const [side, sign, limit] = number < least ? ["below_min", ">=", least] : ["above_max", "<=", most];
    const words = `integer ${side === "below_min" ? "below minimum" : "above maximum"} value`;
    const message = `Invalid '${name}': ${words}. Expected a value ${sign} ${limit}, but got ${number} instead.`;
    return invalid(name, `integer_${side}_value`, message);
  };
}

function oneOf(name: string, values: readonly string[]): Rule {
  const [last, ...rest] = values.map((value) => `'${value}'`).reverse();
  const choice = `${rest.reverse().join(", ")}, and ${last}`;
  return ({ [name]: value }) =>
    value === undefined || values.includes(String(value))
      ? null
      : invalid(name, "invalid_value", `Invalid value: '${value}'. Supported values are: ${choice}.`);
}

function model({ model: name }: Body): Refusal | null {
  if (MODELS.includes(String(name))) return null;
  const message = `The model \`${name}\` does not exist or you do not have access to it.`;
  return refusal(404, message, { code: "model_not_found" });
}

function imageModel({ model: name }: Body): Refusal | null {
  if (/^gpt-image-\d/.test(String(name))) return null;
  return invalid("model", "invalid_value", `The model '${name}' does not exist.`);
}
