import { LifeBuoy } from "lucide-react";
import { useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button";
import { MessageText } from "./pasted-message.tsx";

type Props = {
  readonly ask: (form: FormData) => Promise<void>;
  readonly message: string;
  readonly cause: string | null;
  readonly note: string;
  /** Whether a request is open already, which this one is added to. */
  readonly isOpen: boolean;
  readonly isMain: boolean;
};

/** One click sends it; who wants to see what is sent opens it first. */
export function AskForm({ ask, message, cause, note, isOpen, isMain }: Props) {
  const t = useTranslations("paste.ask");
  return (
    <form action={ask} className="space-y-3">
      <input type="hidden" name="message" value={message} />
      <input type="hidden" name="cause" value={cause ?? ""} />
      <SubmitButton pending={t("sending")} className={`btn min-h-11 ${isMain ? "btn-primary" : "btn-outline"}`}>
        <LifeBuoy className="size-4" aria-hidden="true" /> {t(isOpen ? "add" : "send")}
      </SubmitButton>
      <details className="max-w-prose">
        <summary className="min-h-6 cursor-pointer text-sm underline underline-offset-2">{t("preview")}</summary>
        <label htmlFor="paste-note" className="mt-3 block font-semibold text-sm">
          {t("note")}
        </label>
        <textarea
          id="paste-note"
          name="note"
          rows={3}
          maxLength={2000}
          defaultValue={note}
          className="textarea mt-1 w-full text-base"
        />
        <p className="mt-3 font-semibold text-sm">{t("message")}</p>
        <div className="mt-1 overflow-hidden rounded-field border border-base-300 [&>pre]:border-t-0">
          <MessageText text={message} />
        </div>
      </details>
    </form>
  );
}
