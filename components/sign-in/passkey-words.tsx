import type { useTranslations } from "next-intl";

export type PasskeyWords = {
  readonly button: string;
  readonly waiting: string;
  readonly refusal: Readonly<Record<"cancelled" | "unknown" | "failed", string>>;
};

type Translate = ReturnType<typeof useTranslations<"login">>;

/** What the button says that runs in the browser, where no wording is. */
export const passkeyWords = (t: Translate): PasskeyWords => ({
  button: t("passkey.button"),
  waiting: t("passkey.waiting"),
  refusal: {
    cancelled: t("passkey.error.cancelled"),
    unknown: t("passkey.error.unknown"),
    failed: t("passkey.error.failed"),
  },
});
