import type { useTranslations } from "next-intl";
import type { ScreenRefusal } from "#domain/screen/screen-report";

export type ScreenSaid = "sent" | "unreachable" | ScreenRefusal;

export type ScreenWords = Readonly<
  Record<"text" | "textHint" | "picture" | "warning" | "pictureHint" | "preview" | "takeOut", string>
> &
  Readonly<Record<"preparing" | "send" | "sending" | "sent" | "another", string>> & {
    readonly refusal: Readonly<Record<Exclude<ScreenSaid, "sent">, string>>;
  };

type Translate = ReturnType<typeof useTranslations<"screens">>;

/** What the form says that runs in the browser, where no wording is. */
export const screenWords = (t: Translate): ScreenWords => ({
  text: t("text"),
  textHint: t("textHint"),
  picture: t("picture"),
  warning: t("warning"),
  pictureHint: t("pictureHint"),
  preview: t("preview"),
  takeOut: t("takeOut"),
  preparing: t("preparing"),
  send: t("send"),
  sending: t("sending"),
  sent: t("sent"),
  another: t("another"),
  refusal: {
    not_found: t("refusal.not_found"),
    empty: t("refusal.empty"),
    too_long: t("refusal.too_long"),
    too_many: t("refusal.too_many"),
    too_large: t("refusal.too_large"),
    kind: t("refusal.kind"),
    broken: t("refusal.broken"),
    too_wide: t("refusal.too_wide"),
    unreachable: t("refusal.unreachable"),
  },
});
