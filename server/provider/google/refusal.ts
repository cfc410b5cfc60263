import "server-only";
import { z } from "zod";
import type { ProviderReply } from "#domain/diagnosis/reply";

const Refusal = z.object({
  error: z.object({
    message: z.string(),
    status: z.string().nullish(),
    details: z.array(z.looseObject({ reason: z.string().optional() })).nullish(),
  }),
});
/** Some of Google's endpoints wrap the error in a list. */
const Body = z.union([
  Refusal,
  z
    .array(Refusal)
    .min(1)
    .transform(([first]) => first as z.output<typeof Refusal>),
]);

/** A refusal as the rules read it: Google's reason is the code, its status is the type. Null where the body is not Google's. */
export function refusalIn(body: unknown, status: number): ProviderReply | null {
  const parsed = Body.safeParse(body);
  if (!parsed.success) return null;
  const { message, status: type, details } = parsed.data.error;
  const code = details?.find(({ reason }) => reason)?.reason ?? null;
  return { kind: "refusal", status, code, type: type ?? null, param: null, message, requestId: null };
}
