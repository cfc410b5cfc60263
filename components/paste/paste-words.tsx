import type { useTranslations } from "next-intl";
import type { PictureRefusal } from "./picture-kind.ts";

type Translate = ReturnType<typeof useTranslations<"paste">>;

const PICTURE_REFUSALS: readonly PictureRefusal[] = [
  "not_a_picture",
  "kind",
  "too_large",
  "unreadable",
  "no_words",
  "no_reader",
];

/** Every sentence that the form may need in the browser, so that it is sent no dictionary. */
export type PasteWords = {
  readonly title: string;
  readonly lead: string;
  readonly close: string;
  readonly label: string;
  readonly hint: string;
  /** Where the text is sent as it is and only the server can hide what is secret. */
  readonly plainHint: string;
  readonly send: string;
  readonly sendAgain: string;
  readonly sending: string;
  readonly shortcut: string;
  readonly unreachable: string;
  readonly picture: {
    readonly choose: string;
    readonly hint: string;
    readonly begun: string;
    readonly fetching: string;
    /** With `{percent}` in it. */
    readonly reading: string;
    readonly cancel: string;
    readonly read: string;
    readonly refusal: Readonly<Record<PictureRefusal, string>>;
  };
};

export function pasteWords(t: Translate): PasteWords {
  return {
    title: t("title"),
    lead: t("lead"),
    close: t("close"),
    label: t("label"),
    hint: t("hint"),
    plainHint: t("plainHint"),
    send: t("send"),
    sendAgain: t("sendAgain"),
    sending: t("sending"),
    shortcut: t("shortcut"),
    unreachable: t("unreachable"),
    picture: {
      choose: t("picture.choose"),
      hint: t("picture.hint"),
      begun: t("picture.begun"),
      fetching: t("picture.fetching"),
      reading: t("picture.reading", { percent: "{percent}" }),
      cancel: t("picture.cancel"),
      read: t("picture.read"),
      refusal: Object.fromEntries(
        PICTURE_REFUSALS.map((refusal) => [refusal, t(`picture.refusal.${refusal}`)]),
      ) as PasteWords["picture"]["refusal"],
    },
  };
}
