import { useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button";

type Action = (form: FormData) => Promise<void>;

export function DigitsForm({ show }: { readonly show: Action }) {
  const t = useTranslations("login.second");
  return (
    <form action={show} className="mt-6">
      <label htmlFor="digits" className="font-semibold text-sm">
        {t("label")}
      </label>
      <input
        id="digits"
        name="digits"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9 ]{6,8}"
        maxLength={8}
        required
        aria-describedby="digits-hint"
        className="input num mt-1.5 h-12 w-full text-lg tracking-widest"
      />
      <p id="digits-hint" className="mt-1.5 text-base-content/70 text-sm">
        {t("hint")}
      </p>
      <SubmitButton pending={t("checking")} className="btn btn-primary btn-lg mt-4 w-full">
        {t("send")}
      </SubmitButton>
    </form>
  );
}

/** For the day on which the app is gone. */
export function RecoveryForm({ show, isOpen }: { readonly show: Action; readonly isOpen: boolean }) {
  const t = useTranslations("login.second");
  return (
    <details className="rounded-box border border-base-300 bg-base-100 p-6" open={isOpen}>
      <summary className="cursor-pointer font-semibold">{t("recoveryOpen")}</summary>
      <p className="mt-2 text-base-content/80">{t("recoveryLead")}</p>
      <form action={show} className="mt-4">
        <label htmlFor="recovery" className="font-semibold text-sm">
          {t("recoveryLabel")}
        </label>
        <input
          id="recovery"
          name="recovery"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={20}
          required
          placeholder="xxxxx-xxxxx"
          className="input num mt-1.5 h-12 w-full text-lg"
        />
        <SubmitButton pending={t("checking")} className="btn btn-outline mt-4 min-h-11 w-full">
          {t("send")}
        </SubmitButton>
      </form>
    </details>
  );
}
