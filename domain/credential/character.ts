/** Kinds of character that no key contains. The character itself is never shown, as it is part of the paste. */
export type StrangeCharacter =
  | "space"
  | "line_break"
  | "long_dash"
  | "quote"
  | "invisible"
  | "look_alike"
  | "non_ascii";

const STRANGE = /[^!-~]|["'`]/u;

const KINDS: readonly { readonly kind: StrangeCharacter; readonly of: RegExp }[] = [
  { kind: "line_break", of: /[\n\v\f\r\u0085\u2028\u2029]/u },
  { kind: "space", of: /[\t\p{Zs}]/u },
  { kind: "long_dash", of: /[\p{Pd}\u2212]/u },
  { kind: "quote", of: /["'`\p{Pi}\p{Pf}„‚´]/u },
  { kind: "look_alike", of: /[\p{Script=Cyrillic}\p{Script=Greek}\uFF01-\uFF5E]/u },
  { kind: "invisible", of: /[\p{C}\p{Default_Ignorable_Code_Point}]/u },
];

/** The kind of the first character that cannot stand in a key. */
export function strangeCharacterIn(text: string): StrangeCharacter | null {
  const character = STRANGE.exec(text)?.[0];
  if (character === undefined) return null;
  return KINDS.find(({ of }) => of.test(character))?.kind ?? "non_ascii";
}
