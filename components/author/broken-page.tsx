import { useTranslations } from "next-intl";
import { AuthorNotes, type Note } from "./author-notes.tsx";

/** In place of a page that cannot be read: why, for whoever writes it. */
export function BrokenPage({ notes }: { readonly notes: readonly Note[] }) {
  const t = useTranslations("authorNotes");
  return (
    <div className="mx-auto max-w-3xl space-y-6 px-4 py-8 sm:px-6">
      <h1 className="font-bold text-3xl">{t("broken")}</h1>
      <AuthorNotes notes={notes} />
    </div>
  );
}
