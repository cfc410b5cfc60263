import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";

/** What has just been asked for, as the address tells it: a trial, a change, so many deliveries, or too much of it. */
export function DoneNotice({ done }: { readonly done: string | string[] | undefined }) {
  const t = useTranslations("connections.endpoint");
  if (done === "trial") return <Notice look="success">{t("sent")}</Notice>;
  if (done === "edited") return <Notice look="success">{t("edited")}</Notice>;
  if (done === "moved") return <Notice look="success">{t("moved")}</Notice>;
  if (done === "wait") return <Notice look="error">{t("wait")}</Notice>;
  if (typeof done !== "string" || !/^\d{1,3}$/.test(done)) return null;
  const count = Number(done);
  return count === 0 ? (
    <Notice look="info">{t("nothing")}</Notice>
  ) : (
    <Notice look="success">{t("again", { count })}</Notice>
  );
}
