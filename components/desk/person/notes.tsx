import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";
import { SubmitButton } from "#components/ui/submit-button";

type Note = {
  readonly id: string;
  readonly text: string;
  readonly createdAt: Date;
  readonly author: string | null;
  readonly isOwn: boolean;
};
type Props = {
  readonly studentId: string;
  readonly notes: readonly Note[];
  readonly add: (form: FormData) => Promise<void>;
  readonly remove: (form: FormData) => Promise<void>;
};

/** What staff have noted, for staff alone. */
export function Notes({ studentId, notes, add, remove }: Props) {
  const t = useTranslations("notes");
  return (
    <Card className="p-5" aria-labelledby="notes">
      <h2 id="notes" className="font-bold">
        {t("heading")}
      </h2>
      <p className="text-base-content/70 text-sm">{t("lead")}</p>
      <ul className="mt-3 space-y-3 text-sm">
        {notes.map(({ id, text, createdAt, author, isOwn }) => (
          <li key={id} className="rounded-field bg-base-200/60 p-3">
            <p className="whitespace-pre-wrap break-words">{text}</p>
            <div className="num mt-1 flex flex-wrap items-center justify-between gap-2 text-base-content/70">
              <span>
                {author ?? t("somebody")} · <Moment at={createdAt} />
              </span>
              {isOwn && (
                <form action={remove}>
                  <input type="hidden" name="note" value={id} />
                  <input type="hidden" name="student" value={studentId} />
                  <SubmitButton
                    pending="…"
                    className="btn btn-ghost btn-sm btn-square min-h-11"
                    aria-label={t("delete")}
                  >
                    <Trash2 className="size-4" aria-hidden="true" />
                  </SubmitButton>
                </form>
              )}
            </div>
          </li>
        ))}
      </ul>
      <form action={add} className="mt-3" key={notes[0]?.id ?? "none"}>
        <input type="hidden" name="student" value={studentId} />
        <label htmlFor="note" className="font-medium text-sm">
          {t("label")}
        </label>
        <textarea
          id="note"
          name="text"
          rows={3}
          maxLength={4_000}
          required
          className="textarea mt-1 w-full text-base"
        />
        <SubmitButton pending={t("saving")} className="btn btn-outline btn-sm mt-2 min-h-11 w-full">
          {t("add")}
        </SubmitButton>
      </form>
    </Card>
  );
}
