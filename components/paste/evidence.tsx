import { useTranslations } from "next-intl";

const FEW = 3;
const LONGEST = 140;

/** The words that decided, as the provider says them. */
export function Evidence({ words }: { readonly words: readonly string[] }) {
  const t = useTranslations("paste.answer");
  const shown = [...new Set(words.map(shortened))].filter(Boolean).slice(0, FEW);
  if (shown.length === 0) return null;
  return (
    <div className="text-base-content/80 text-sm">
      <p>{t("evidence")}</p>
      <ul className="mt-1 space-y-1">
        {shown.map((quote) => (
          <li key={quote} lang="en" className="max-w-prose break-words border-base-300 border-l-4 pl-3 italic">
            {quote}
          </li>
        ))}
      </ul>
    </div>
  );
}

const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
};
