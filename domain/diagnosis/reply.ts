/** What came back from a provider, before anyone has judged it. `message` is read by the rules and never stored or shown. */
export type ProviderReply =
  | { readonly kind: "success"; readonly status: number; readonly requestId: string | null }
  | {
      readonly kind: "refusal";
      readonly status: number;
      readonly code: string | null;
      readonly type: string | null;
      readonly param: string | null;
      readonly message: string;
      readonly requestId: string | null;
    }
  /** An answer that is not the API's: a gateway's HTML page, an empty body, a picture that is none. */
  | { readonly kind: "gibberish"; readonly status: number }
  | { readonly kind: "timeout" }
  /** `code` is the system's, such as ENOTFOUND or ECONNREFUSED. */
  | { readonly kind: "network"; readonly code: string | null };

export type Failure = Exclude<ProviderReply, { kind: "success" }>;
export type Refusal = Extract<ProviderReply, { kind: "refusal" }>;
