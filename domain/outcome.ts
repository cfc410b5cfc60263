/** What a command reports when the answer may fairly be no. Bugs still throw. */
export type Outcome<Value, Refusal extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal; readonly retryAfterSeconds?: number };

export const done = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });
/** `retryAfterSeconds`: for a refusal that ends by itself. */
export const refused = <Refusal extends string>(
  refusal: Refusal,
  retryAfterSeconds?: number,
): { ok: false; refusal: Refusal; retryAfterSeconds?: number } => ({
  ok: false,
  refusal,
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
});
