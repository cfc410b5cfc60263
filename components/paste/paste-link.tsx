import { ClipboardPaste } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** In one fixed place of every page; on a phone with fewer words. */
export function PasteLink() {
  const t = useTranslations("paste");
  return (
    <Link
      href="/paste"
      prefetch={false}
      className="btn btn-quiet min-h-11 whitespace-nowrap px-3 text-sm"
      aria-label={t("open")}
    >
      <ClipboardPaste className="hidden size-4 lg:block max-[25rem]:running:block" aria-hidden="true" />
      <span className="lg:hidden lg:running:inline max-[25rem]:running:sr-only">{t("openShort")}</span>
      <span className="hidden lg:inline lg:running:hidden">{t("open")}</span>
    </Link>
  );
}

/** The same, as a line of a page. */
export function PasteLine({ className = "" }: { readonly className?: string }) {
  const t = useTranslations("paste");
  return (
    <p className={`text-base-content/80 text-sm ${className}`}>
      {t("openLead")}{" "}
      <Link href="/paste" prefetch={false} className="link link-primary">
        {t("title")}
      </Link>
    </p>
  );
}
