import type { useTranslations } from "next-intl";
import type { StrangeCharacter } from "#domain/credential/character";
import { KEY_RULES, type KeyKind } from "#domain/credential/key-shape";
import { refusalKey } from "./refusal-key.tsx";
import { PLAIN_REFUSALS, providerName, type RefusalWords, refusalSentence } from "./refusal-sentence.tsx";

type Translate = ReturnType<typeof useTranslations<"key">>;

const CHARACTERS: readonly StrangeCharacter[] = ["space", "line_break", "long_dash", "quote", "invisible", "non_ascii"];
const KINDS: readonly KeyKind[] = ["project", "service_account", "user", "legacy", "service_legacy", "unknown"];

/** Every sentence that the field may need while somebody types, so that the browser is sent no dictionary. */
export type KeyFormWords = {
  readonly label: string;
  readonly hint: string;
  readonly show: string;
  readonly hide: string;
  readonly save: string;
  readonly saving: string;
  readonly confirm: string;
  readonly confirmSave: string;
  readonly cleaned: string;
  readonly good: Readonly<Record<string, string>>;
  readonly refusal: Readonly<Record<string, string>>;
};

const providers = (): string[] => [
  ...new Set(
    KEY_RULES.flatMap((rule) => ("refusal" in rule && "provider" in rule.refusal ? [rule.refusal.provider] : [])),
  ),
];

export function keyFormWords(t: Translate): KeyFormWords {
  const refusals: RefusalWords[] = [
    ...PLAIN_REFUSALS.map((code) => ({ code })),
    ...CHARACTERS.map((character) => ({ code: "strange_character", character })),
    ...providers().flatMap((provider) => ["other_provider", "provider_admin"].map((code) => ({ code, provider }))),
  ].filter(({ provider }: RefusalWords) => provider === undefined || providerName(t, provider) !== "");
  return {
    label: t("label"),
    hint: t("hint"),
    show: t("show"),
    hide: t("hide"),
    save: t("save"),
    saving: t("saving"),
    confirm: t("confirmUnknown"),
    confirmSave: t("confirmSave"),
    cleaned: t("cleaned"),
    good: Object.fromEntries(KINDS.map((kind) => [kind, t("looksGood", { kind })])),
    refusal: Object.fromEntries(refusals.map((refusal) => [refusalKey(refusal), refusalSentence(t, refusal)])),
  };
}
