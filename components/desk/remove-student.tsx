import { UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConfirmFirst } from "#components/sign-in/confirm-first";
import { SubmitButton } from "#components/ui/submit-button";

type Props = {
  readonly studentId: string;
  /** Null where a recent sign-in is wanted first. */
  readonly remove: ((form: FormData) => Promise<void>) | null;
};

/** Asks before it destroys, without JavaScript too. */
export function RemoveStudent({ studentId, remove }: Props) {
  const t = useTranslations("desk.remove");
  return (
    <details className="rounded-box border border-base-300 bg-base-100 p-5">
      <summary className="flex cursor-pointer items-center gap-2 font-semibold text-error">
        <UserMinus className="size-4" aria-hidden="true" /> {t("open")}
      </summary>
      <p className="mt-3 text-sm">{t("lead")}</p>
      {remove ? (
        <form action={remove} className="mt-4">
          <input type="hidden" name="student" value={studentId} />
          <SubmitButton pending={t("removing")} className="btn btn-error min-h-11">
            {t("confirm")}
          </SubmitButton>
        </form>
      ) : (
        <ConfirmFirst to={`/desk/students/${studentId}`} why="student" />
      )}
    </details>
  );
}
