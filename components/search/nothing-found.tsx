import { ClipboardPaste, LifeBuoy } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

type Props = { readonly nearest: readonly string[]; readonly mayAsk: boolean };

/** The ways that are left: words of the course that look alike, the message itself, a person. */
export function NothingFound({ nearest, mayAsk }: Props) {
  const t = useTranslations("search");
  return (
    <div className="space-y-4">
      {nearest.length > 0 && (
        <p className="flex flex-wrap items-center gap-2">
          <span>{t("nearest")}</span>
          {nearest.map((word) => (
            <Link
              key={word}
              href={`/search?${new URLSearchParams({ q: word })}`}
              prefetch={false}
              className="btn btn-quiet btn-sm min-h-11"
            >
              {word}
            </Link>
          ))}
        </p>
      )}
      <p className="max-w-prose">{t("nothingLead")}</p>
      <p className="flex flex-wrap gap-3">
        <Link href="/paste" prefetch={false} className="btn btn-outline min-h-11">
          <ClipboardPaste className="size-4" aria-hidden="true" /> {t("paste")}
        </Link>
        {mayAsk && (
          <Link href="/help" prefetch={false} className="btn btn-quiet min-h-11">
            <LifeBuoy className="size-4" aria-hidden="true" /> {t("ask")}
          </Link>
        )}
      </p>
    </div>
  );
}
