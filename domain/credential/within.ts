import type { ProviderId } from "../check/provider.ts";
import { KEY_RULES } from "./key-shape.ts";

/** What tells a command, a snippet or a file of settings from a key with a stray word beside it. */
const CODE = /\bcurl\b|authorization|bearer|api[\s_-]?key|[{}]/i;
const KEYLIKE: Readonly<Record<ProviderId, RegExp>> = {
  openai: /(?<![\w-])sk-[\w-]{20,512}(?![\w-])/g,
  google: /(?<![\w-])(?:AIza[\w-]{30,512}|[A-Z]Q\.[\w.-]{30,512})(?![\w-])/g,
};

/** The one key of a provider that stands in a piece of code; null where there is none, more than one, or no code. */
export function keyWithin(text: string, provider: ProviderId): string | null {
  const [key, ...others] = new Set(text.match(KEYLIKE[provider]) ?? []);
  if (key === undefined || others.length > 0 || !CODE.test(text.replaceAll(key, ""))) return null;
  const rule = KEY_RULES[provider].find(({ shape }) => shape.test(key));
  return rule && "kind" in rule && !rule.confirm ? key : null;
}
