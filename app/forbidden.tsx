import { useTranslations } from "next-intl";
import { MessagePage } from "#components/shell/message-page";

export default function Forbidden() {
  const t = useTranslations("error");
  return <MessagePage title={t("forbiddenTitle")} lead={t("forbiddenLead")} home={t("home")} />;
}
