import "server-only";
import { z } from "zod";
import type { Probe } from "../check.ts";
import { call } from "./call.ts";

const Models = z.object({ models: z.array(z.object({ name: z.string() })) });

/** Free: the list of models. */
export const key: Probe = {
  name: "google.key",
  patienceMs: 15_000,
  ask: async (secret, signal) => {
    const { reply, body } = await call(secret, "models?pageSize=1", signal);
    if (reply.kind !== "success" || Models.safeParse(body).success) return { reply };
    return { reply: { kind: "gibberish", status: reply.status } };
  },
};
