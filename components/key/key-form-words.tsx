import type { useTranslations } from "next-intl";
import type { ProviderId } from "#domain/check/provider";
import type { StrangeCharacter } from "#domain/credential/character";
import { KEY_RULES, type KeyKind } from "#domain/credential/key-shape";
import { refusalKey } from "./refusal-key.tsx";
import {
  googleRefusalSentence,
  PLAIN_REFUSALS,
  providerName,
  type RefusalWords,
  refusalSentence,
} from "./refusal-sentence.tsx";

type Translate = ReturnType<typeof useTranslations<"key">>;

const CHARACTERS: readonly StrangeCharacter[] = [
  "space",
  "line_break",
  "long_dash",
  "quote",
  "invisible",
  "look_alike",
  "non_ascii",
];
const KINDS: Readonly<Record<ProviderId, readonly KeyKind[]>> = {
  openai: ["project", "service_account", "user", "legacy", "service_legacy", "unknown"],
  google: ["google_standard", "google_auth"],
};

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
  readonly takeOut: string;
  readonly good: Readonly<Record<string, string>>;
  readonly refusal: Readonly<Record<string, string>>;
};

const others = (field: ProviderId): string[] => [
  ...new Set(
    KEY_RULES[field].flatMap((rule) =>
      "refusal" in rule && "provider" in rule.refusal ? [rule.refusal.provider] : [],
    ),
  ),
];

/** `accepted` are the providers that have a field of their own, to which a key in the wrong field is sent. */
export function keyFormWords(t: Translate, field: ProviderId, accepted: readonly ProviderId[]): KeyFormWords {
  const sentence = (words: RefusalWords): string => {
    if (field === "google") return googleRefusalSentence(t, words);
    const isNextDoor = words.provider === "google" && words.code === "other_provider" && accepted.includes("google");
    return isNextDoor ? t("google.wrongField") : refusalSentence(t, words);
  };
  const refusals: RefusalWords[] = [
    ...PLAIN_REFUSALS.map((code) => ({ code })),
    ...CHARACTERS.map((character) => ({ code: "strange_character", character })),
    ...others(field).flatMap((provider) => ["other_provider", "provider_admin"].map((code) => ({ code, provider }))),
  ].filter(({ provider }: RefusalWords) => provider === undefined || providerName(t, provider) !== "");
  return {
    label: t(field === "google" ? "google.label" : "label"),
    hint: t(field === "google" ? "google.hint" : "hint"),
    show: t("show"),
    hide: t("hide"),
    save: t(field === "google" ? "google.save" : "save"),
    saving: t("saving"),
    confirm: t("confirmUnknown"),
    confirmSave: t("confirmSave"),
    cleaned: t("cleaned"),
    takeOut: t("takeOut"),
    good: Object.fromEntries(KINDS[field].map((kind) => [kind, t("looksGood", { kind })])),
    refusal: Object.fromEntries(refusals.map((refusal) => [refusalKey(refusal), sentence(refusal)])),
  };
}
