import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { SubmitButton } from "#components/ui/submit-button";
import { DIGESTS } from "#domain/digest/due";

type Props = {
  readonly isByMail: boolean;
  /** What staff have chosen; null for whoever teaches nobody. */
  readonly digest: string | null;
  readonly choose: (form: FormData) => Promise<void>;
};

/** What comes by mail, apart from what signing in and the key need. */
export function LettersCard({ isByMail, digest, choose }: Props) {
  const t = useTranslations("letters");
  return (
    <Card aria-labelledby="letters">
      <h2 id="letters" className="font-bold text-xl">
        {t("heading")}
      </h2>
      <form action={choose} className="mt-3 space-y-4">
        <label className="flex min-h-11 items-start gap-3">
          <input type="checkbox" name="messages" value="yes" defaultChecked={isByMail} className="checkbox mt-0.5" />
          <span>
            {t("messages")}
            <span className="block text-base-content/70 text-sm">{t("messagesHint")}</span>
          </span>
        </label>
        {digest !== null && (
          <label className="block">
            <span className="mb-1 block font-medium">{t("digest")}</span>
            <select name="digest" defaultValue={digest} className="select h-11 w-full sm:w-96">
              {DIGESTS.map((choice) => (
                <option key={choice} value={choice}>
                  {t(`digests.${choice}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        <SubmitButton pending={t("saving")} className="btn btn-outline min-h-11">
          {t("save")}
        </SubmitButton>
      </form>
    </Card>
  );
}
