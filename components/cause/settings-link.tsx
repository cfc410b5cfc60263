import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";

/** What is behind an address, so that a button says where it leads. */
const PLACES = {
  "platform.openai.com": "openai",
  "status.openai.com": "status",
  "help.openai.com": "help",
  "aistudio.google.com": "google",
  "console.cloud.google.com": "google",
  "ai.google.dev": "googleHelp",
} as const;

/** The provider's own page on which it is mended or explained. */
export function SettingsLink({ address }: { readonly address: string | null }) {
  const t = useTranslations("cause.place");
  if (!address) return null;
  const host = new URL(address).host;
  const place = host in PLACES ? PLACES[host as keyof typeof PLACES] : "other";
  return (
    <a className="btn btn-quiet min-h-11" href={address} target="_blank" rel="noopener">
      {t(place)} <ExternalLink className="size-4" aria-hidden="true" />
      <span className="sr-only">{t("newTab")}</span>
    </a>
  );
}
