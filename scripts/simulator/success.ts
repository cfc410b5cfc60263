import { randomBytes } from "node:crypto";
import { type Body, MODELS } from "./parameters.ts";
import { pictureIn } from "./picture.ts";
import type { Endpoint } from "./situations.ts";

const ANSWER = "Gotowe!";
const RELEASED = 1_700_000_000;
const LOW_QUALITY_TOKENS = 272;

/** The body of a success, shaped as OpenAI's own. */
export const SUCCESS: Readonly<Record<Endpoint, (body: Body) => object>> = { models, responses, images };

const id = (prefix: string) => `${prefix}_${randomBytes(24).toString("hex")}`;
const seconds = () => Math.floor(Date.now() / 1000);

/** Image models are listed for organizations that are not verified, too. */
function models() {
  const data = MODELS.map((name) => ({ id: name, object: "model", created: RELEASED, owned_by: "system" }));
  return { object: "list", data };
}

function responses(body: Body) {
  const content = { type: "output_text", annotations: [], logprobs: [], text: ANSWER };
  return {
    id: id("resp"),
    object: "response",
    created_at: seconds(),
    status: "completed",
    background: false,
    error: null,
    incomplete_details: null,
    instructions: body.instructions ?? null,
    max_output_tokens: body.max_output_tokens ?? null,
    model: body.model,
    output: [{ id: id("msg"), type: "message", status: "completed", role: "assistant", content: [content] }],
    parallel_tool_calls: true,
    previous_response_id: null,
    reasoning: { effort: null, summary: null },
    store: body.store ?? true,
    temperature: 1,
    text: { format: { type: "text" } },
    tool_choice: "auto",
    tools: [],
    top_p: 1,
    truncation: "disabled",
    usage: {
      input_tokens: 9,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: 4,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: 13,
    },
    user: null,
    metadata: {},
  };
}

function images(body: Body) {
  const { format, base64 } = pictureIn(String(body.output_format ?? "png"));
  const count = Number(body.n ?? 1);
  const [input, output] = [12, LOW_QUALITY_TOKENS * count];
  return {
    created: seconds(),
    background: "opaque",
    data: Array.from({ length: count }, () => ({ b64_json: base64 })),
    output_format: format,
    quality: body.quality ?? "low",
    size: body.size ?? "1024x1024",
    usage: {
      input_tokens: input,
      input_tokens_details: { image_tokens: 0, text_tokens: input },
      output_tokens: output,
      total_tokens: input + output,
    },
  };
}
