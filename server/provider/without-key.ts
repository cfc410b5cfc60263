import "server-only";
import type { ProviderReply } from "#domain/diagnosis/reply";
import { holdsPieceOf } from "#domain/redaction/piece";
import type { Secret } from "../vault/secret.ts";
import type { Answer } from "./check.ts";

/**
 * An answer without those of its ids and codes in which a piece of the key stands. They are kept, and whoever answers
 * chooses them: what looks like an id may be made of the key that was sent.
 */
export const withoutKey = (answer: Answer, key: Secret): Answer =>
  key.use((secret) => {
    const forms = [secret, Buffer.from(secret).toString("hex")];
    const isOfKey = (value: string) => forms.some((form) => holdsPieceOf(form, value));
    const clean = (value: string | null) => (value !== null && isOfKey(value) ? null : value);
    const { reply, owner } = answer;
    return {
      ...answer,
      reply: cleanReply(reply, clean),
      ...(owner && { owner: { organization: clean(owner.organization), project: clean(owner.project) } }),
    };
  });

function cleanReply(reply: ProviderReply, clean: (value: string | null) => string | null): ProviderReply {
  if (reply.kind === "success") return { ...reply, requestId: clean(reply.requestId) };
  if (reply.kind === "refusal") return { ...reply, requestId: clean(reply.requestId), code: clean(reply.code) };
  return reply;
}
