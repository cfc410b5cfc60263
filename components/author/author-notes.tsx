import { CircleX, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

export type Note = {
  readonly severity: "error" | "warning";
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly fix: string;
};

/** What an author has to mend on the page that they are looking at. The notes are those of the command, in its language. */
export function AuthorNotes({ notes }: { readonly notes: readonly Note[] }) {
  const t = useTranslations("authorNotes");
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="author-notes" className="no-print rounded-box border border-warning/60 bg-warning/12 p-4">
      <h2 id="author-notes" className="font-semibold">
        {t("title", { count: notes.length })}
      </h2>
      <p className="mt-1 text-base-content/75 text-sm">{t("lead", { command: "npm run dev" })}</p>
      <ul className="mt-3 space-y-3 text-sm">
        {notes.map((note) => (
          <Row key={`${note.file}:${note.line} ${note.message}`} note={note} />
        ))}
      </ul>
    </section>
  );
}

function Row({ note: { severity, file, line, message, fix } }: { readonly note: Note }) {
  const t = useTranslations("authorNotes");
  const [Icon, colour] = severity === "error" ? [CircleX, "text-error"] : [TriangleAlert, "text-warning"];
  return (
    <li className="flex gap-2">
      <Icon className={`mt-0.5 size-4 shrink-0 ${colour}`} aria-hidden="true" />
      <div className="min-w-0 break-words" lang="en">
        <span className="sr-only">{t(severity)}: </span>
        <code className="text-xs">
          content/{file}:{line}
        </code>
        <p>{message}</p>
        <p className="text-base-content/75">→ {fix}</p>
      </div>
    </li>
  );
}
