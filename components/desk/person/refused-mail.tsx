import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";
import { bounceReason } from "#domain/mail/bounce";

type Props = { readonly at: Date | null; readonly status: string | null };

/** That an address takes no mail, since when, why, and what to do about it. */
export function RefusedMail({ at, status }: Props) {
  const [t, tb] = [useTranslations("desk.person"), useTranslations("bounce")];
  if (!at || !status) return null;
  return (
    <div className="mt-2 rounded-box border border-error/50 bg-error/8 p-3 font-normal">
      <p className="flex items-start gap-2 font-semibold">
        <TriangleAlert className="mt-0.5 size-4 shrink-0 text-error" aria-hidden="true" />
        <span>
          {t("mailRefused")} <Moment at={at} />
        </span>
      </p>
      <p className="mt-1">{t("mailRefusedWhy", { reason: tb(bounceReason(status)), code: status })}</p>
      <p className="mt-1 text-base-content/75">{t("mailRefusedDo")}</p>
    </div>
  );
}
