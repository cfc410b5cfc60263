import type { Redaction } from "./secrets.ts";

/** What belongs to a person. The provider's own addresses are part of its message. */
export const PERSONAL: readonly Redaction[] = [
  {
    of: /(?![\w.+%-]{1,64}@(?:[\w-]+\.)?openai\.com\b)(?<![\p{L}\p{N}.+%-])[\p{L}\p{N}_.+%-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}(?![\p{L}\p{N}-])/gu,
    by: "[email]",
  },
  { of: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?\d{4}){5,7}(?!\d)/gu, by: "[account]" },
  { of: /(?<![\w.:+-])(?:\+|00)\d{1,3}[ .-]?\(?\d{2,4}\)?(?:[ .-]?\d{2,4}){2,3}(?![\w:-])/g, by: "[phone]" },
  { of: /(?<![\w.,:/+-] ?)\d{3}([ -])\d{3}\1\d{3}(?![\w:/-]| \d|[.,]\d)/g, by: "[phone]" },
  { of: /((?:\btel\b|\bphone\b|telefon\w{0,3}|kom[oó]rk\w{0,2})[.: ]{1,4})\+?\d[\d -]{6,14}\d/gi, by: "$1[phone]" },
  { of: /(pesel\w{0,3}[.: ]{1,4})\d{11}/gi, by: "$1[number]" },
];

const CARD = /(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w.-])/g;

export const redactCards = (text: string): string =>
  text.replace(CARD, (digits) => (isCard(digits) ? "[card]" : digits));

/** The check digit of every payment card, after Luhn. */
function isCard(text: string): boolean {
  const digits = [...text.replace(/\D/g, "")].map(Number).reverse();
  const sum = digits.reduce(
    (total, digit, place) => total + (place % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)),
    0,
  );
  return sum % 10 === 0;
}
