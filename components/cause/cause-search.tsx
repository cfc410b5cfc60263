import { Search } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

const LONGEST = 200;

/** A plain form: the address of the page says what was looked for. */
export function CauseSearch({ question }: { readonly question: string }) {
  const t = useTranslations("cause.search");
  return (
    <search>
      <form action="/causes">
        <label htmlFor="cause-question" className="font-semibold">
          {t("label")}
        </label>
        <div className="mt-2 flex flex-wrap gap-3">
          <input
            key={question}
            id="cause-question"
            type="search"
            name="q"
            defaultValue={question}
            maxLength={LONGEST}
            autoComplete="off"
            spellCheck={false}
            aria-describedby="cause-hint"
            className="input min-h-11 min-w-0 flex-1 basis-60"
          />
          <button type="submit" className="btn btn-outline min-h-11">
            <Search className="size-4" aria-hidden="true" /> {t("submit")}
          </button>
          {question !== "" && (
            <Link href="/causes" className="btn btn-quiet min-h-11">
              {t("clear")}
            </Link>
          )}
        </div>
        <p id="cause-hint" className="mt-2 text-base-content/75 text-sm">
          {t("hint")}
        </p>
      </form>
    </search>
  );
}
