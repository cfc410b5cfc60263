import { useTranslations } from "next-intl";

type Props = {
  readonly text: string;
  /** Its own words for what it was taken for; null where it was not recognised. */
  readonly takenFor: string | null;
};

/** A message that somebody pasted, folded away, since it may be long. */
export function PastedMessage({ text, takenFor }: Props) {
  const t = useTranslations("paste.message");
  return (
    <details className="mt-3 rounded-field border border-base-300">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5">
        <span className="font-semibold">{t("shown")}</span>{" "}
        <span className="text-base-content/70 text-sm">
          {takenFor ? t("takenFor", { cause: takenFor }) : t("notTaken")}
        </span>
      </summary>
      <MessageText text={text} />
    </details>
  );
}

/** As it stands there, wrapped, and scrolled where it is long. */
export function MessageText({ text }: { readonly text: string }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-80 overflow-y-auto whitespace-pre-wrap border-base-300 border-t bg-base-200/60 p-4 font-mono text-sm [overflow-wrap:anywhere]"
    >
      {text}
    </pre>
  );
}
