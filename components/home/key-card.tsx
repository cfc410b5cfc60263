import { KeyRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { useDay } from "#components/ui/day";

type Props = { readonly storedKey: { readonly storedAt: Date } | null };

export function KeyCard({ storedKey }: Props) {
  const t = useTranslations("home");
  const day = useDay();
  const date = storedKey && day(storedKey.storedAt);
  return (
    <Card className="p-5" aria-labelledby="key-card">
      <h2 id="key-card" className="flex items-center gap-2 font-bold">
        <KeyRound className="size-5" aria-hidden="true" /> {t("keyHeading")}
      </h2>
      <p className="mt-2 text-base-content/80 text-sm">{date ? t("keyStored", { date }) : t("keyMissing")}</p>
      <Link className="link link-primary mt-3 inline-block font-semibold text-sm" href={date ? "/key#uses" : "/key"}>
        {t(date ? "keyLink" : "keyAdd")}
      </Link>
    </Card>
  );
}
