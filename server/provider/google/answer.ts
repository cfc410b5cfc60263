import "server-only";
import { z } from "zod";
import { priceOf } from "../../course/prices.ts";
import type { Probe } from "../check.ts";
import { call } from "./call.ts";

const Generated = z.object({ candidates: z.array(z.object({})).min(1) });
const QUESTION = {
  contents: [{ role: "user", parts: [{ text: "Reply with one word: ready" }] }],
  generationConfig: { maxOutputTokens: 16 },
};

/** One tiny answer: nothing less shows that the free plan, or the money, is there. */
export const answer: Probe = {
  name: "google.answer",
  patienceMs: 45_000,
  ask: async (secret, signal) => {
    const { model, microUsd: costMicroUsd } = await priceOf("google.answer");
    const { reply, body } = await call(secret, `models/${model}:generateContent`, signal, QUESTION);
    if (reply.kind !== "success") return { reply };
    if (Generated.safeParse(body).success) return { reply, costMicroUsd };
    return { reply: { kind: "gibberish", status: reply.status } };
  },
};
