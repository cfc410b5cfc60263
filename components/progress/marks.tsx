import { Sparkles, Users } from "lucide-react";
import { useTranslations } from "next-intl";

/** It has joined the course since its reader finished. */
export function NewMark() {
  return (
    <span className="badge badge-soft badge-primary badge-sm gap-1 align-middle">
      <Sparkles className="size-3" aria-hidden="true" />
      {useTranslations("newStep")("mark")}
    </span>
  );
}

export function OptionalMark() {
  return <span className="badge badge-outline badge-sm align-middle">{useTranslations("standing")("optional")}</span>;
}

/** For staff: whom a lesson is for that is not for everybody. */
export function CohortMark({ names }: { readonly names: readonly string[] }) {
  const t = useTranslations("cohortLesson");
  return (
    <span className="badge badge-outline h-auto gap-1.5 py-0.5 align-middle">
      <Users className="size-3.5 shrink-0" aria-hidden="true" />
      {t("only", { names: names.join(", ") })}
    </span>
  );
}
