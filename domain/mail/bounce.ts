/** What a letter's way back tells, in the classes of RFC 3463 that mean something to a person. */
export const BOUNCE_REASONS = [
  "no_address",
  "no_domain",
  "disabled",
  "full",
  "too_big",
  "unreachable",
  "not_from_us",
  "other",
] as const;
export type BounceReason = (typeof BOUNCE_REASONS)[number];

const BY_CODE: Readonly<Record<string, BounceReason>> = {
  "1.2": "no_domain",
  "4.4": "no_domain",
  "1.8": "not_from_us",
  "1.7": "not_from_us",
  "2.1": "disabled",
  "2.2": "full",
  "2.3": "too_big",
  "3.4": "too_big",
};
const BY_SUBJECT: Readonly<Record<string, BounceReason>> = {
  "1": "no_address",
  "4": "unreachable",
  "7": "not_from_us",
};

/** Of a status such as `5.1.1`. */
export function bounceReason(status: string): BounceReason {
  const [, subject = "", detail = ""] = status.split(".");
  return BY_CODE[`${subject}.${detail}`] ?? BY_SUBJECT[subject] ?? "other";
}

/** Said for good: another try would hear the same. */
export const isHard = (status: string): boolean => status.startsWith("5.");
