import type { getTranslations } from "next-intl/server";
import type { PreviewWords } from "#components/message/letter-preview";

type Translator = Awaited<ReturnType<typeof getTranslations<"message">>>;

/** What stands around the letter that is looked at; the page in the browser fills in whose it is. */
export function previewWords(t: Translator): PreviewWords {
  return {
    shown: t("shown", { name: "{name}" }),
    position: t("preview.position", { at: "{at}", count: "{count}", name: "{name}" }),
    person: t("preview.person"),
    show: t("preview.show"),
    previous: t("preview.previous"),
    next: t("preview.next"),
    from: t("preview.from"),
    fromSettings: t("preview.fromSettings"),
    to: t("preview.to"),
    subjectLine: t("subject"),
    unsubscribe: t("preview.unsubscribe"),
    noMail: t("preview.noMail", { name: "{name}" }),
    refusing: t("preview.refusing", { name: "{name}" }),
    frame: t("preview.frame", { name: "{name}" }),
    text: t("preview.text"),
    dead: t("preview.dead"),
  };
}
