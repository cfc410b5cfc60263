import { useTranslations } from "next-intl";

/** A plain form, so that the code works where no script does. */
export function CodeForm() {
  const t = useTranslations("login");
  return (
    <form method="post" action="/api/sign-in" className="mt-6">
      <label htmlFor="code" className="font-semibold text-sm">
        {t("codeLabel")}
      </label>
      <input
        id="code"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9 ]{8,12}"
        maxLength={12}
        required
        aria-describedby="code-hint"
        className="input num mt-1.5 h-12 w-full text-lg tracking-widest"
      />
      <p id="code-hint" className="mt-1.5 text-base-content/70 text-sm">
        {t("codeHint")}
      </p>
      <button type="submit" className="btn btn-primary btn-lg mt-4 w-full">
        {t("codeSend")}
      </button>
    </form>
  );
}
