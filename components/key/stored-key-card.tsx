import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { useDay } from "#components/ui/day";

const KINDS = [
  "project",
  "service_account",
  "user",
  "legacy",
  "service_legacy",
  "google_standard",
  "google_auth",
  "unknown",
] as const;

export function StoredKeyCard({
  storedKey,
}: {
  readonly storedKey: { readonly kind: string; readonly storedAt: Date };
}) {
  const t = useTranslations("key");
  const day = useDay();
  const kind = KINDS.find((known) => known === storedKey.kind) ?? "unknown";
  const date = day(storedKey.storedAt);
  return (
    <Card className="flex flex-wrap items-center gap-4 p-6">
      <ShieldCheck className="size-7 shrink-0 text-success" aria-hidden="true" />
      <div className="min-w-48 flex-1">
        <h2 className="font-bold">{t("stored")}</h2>
        <p className="num text-base-content/75 text-sm">{t("storedSince", { date, kind: t(`kind.${kind}`) })}</p>
      </div>
      <Link className="btn btn-outline" href="/test">
        {t("toTest")}
      </Link>
    </Card>
  );
}
