import type { ProviderId } from "../check/provider.ts";
import { strangeCharacterIn } from "./character.ts";
import { type Cleaning, clean } from "./cleaning.ts";
import { KEY_RULES, type KeyKind, type KeyRefusal } from "./key-shape.ts";
import { keyWithin } from "./within.ts";

export type KeyReading =
  | {
      readonly ok: true;
      readonly key: string;
      readonly kind: KeyKind;
      readonly cleaned: readonly Cleaning[];
      /** Nothing but `sk-` speaks for it: ask before it is sealed. */
      readonly confirm: boolean;
    }
  | { readonly ok: false; readonly refusal: KeyRefusal };

const LONGEST_KEY = 512;
const LONGEST_PASTE = 4096;

/** An `sk-…` that stands apart, or the start of one that was pasted right after another. */
const KEY_STARTS = /(?:^|[^\w-])sk-[\w-]{20}|sk-(?:proj|svcacct|None)-/g;
const MASK = /[*•●…]|\.{3}/u;

/** What a person has pasted or is typing, read offline. A refusal holds nothing of the paste. */
export function readKey(paste: string, provider: ProviderId = "openai"): KeyReading {
  if (paste.length > LONGEST_PASTE) return refuse({ code: "too_long" });
  const { text, cleaned } = clean(paste);
  const flaw = flawOf(text);
  if (flaw && flaw.code !== "empty" && keyWithin(paste, provider)) return refuse({ code: "key_inside" });
  return flaw ? refuse(flaw) : classify(text, cleaned, provider);
}

function flawOf(text: string): KeyRefusal | null {
  if (text === "") return { code: "empty" };
  if ((text.match(KEY_STARTS)?.length ?? 0) > 1) return { code: "two_keys" };
  if (MASK.test(text)) return { code: "masked_copy" };
  const character = strangeCharacterIn(text);
  return character && { code: "strange_character", character };
}

function classify(key: string, cleaned: readonly Cleaning[], provider: ProviderId): KeyReading {
  const rule = KEY_RULES[provider].find(({ shape }) => shape.test(key));
  if (rule && "refusal" in rule) return refuse(rule.refusal);
  if (key.length > LONGEST_KEY) return refuse({ code: "too_long" });
  if (!rule) return refuse({ code: "not_a_key" });
  return { ok: true, key, kind: rule.kind, cleaned, confirm: rule.confirm ?? false };
}

const refuse = (refusal: KeyRefusal): KeyReading => ({ ok: false, refusal });
