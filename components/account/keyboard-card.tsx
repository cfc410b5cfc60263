import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { LetterKeysSwitch } from "#components/ui/letter-keys-switch";

/** What concerns the keyboard in this browser. */
export function KeyboardCard() {
  const t = useTranslations("search.letters");
  return (
    <Card aria-labelledby="keyboard">
      <h2 id="keyboard" className="mb-3 font-bold text-xl">
        {t("heading")}
      </h2>
      <LetterKeysSwitch label={t("label")} hint={t("hint")} />
    </Card>
  );
}
