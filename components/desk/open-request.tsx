import { LifeBuoy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";
import { SubmitButton } from "#components/ui/submit-button";

type Props = {
  readonly request: { readonly note: string; readonly createdAt: Date };
  readonly studentId: string;
  readonly answer: (form: FormData) => Promise<void>;
};

export function OpenRequest({ request, studentId, answer }: Props) {
  const t = useTranslations("desk.person");
  return (
    <Card className="p-6" aria-labelledby="request">
      <h2 id="request" className="flex items-center gap-2 font-bold text-xl">
        <LifeBuoy className="size-5 text-info" aria-hidden="true" /> {t("request")}
      </h2>
      <p className="mt-2 whitespace-pre-wrap break-words">{request.note}</p>
      <p className="num mt-2 text-base-content/70 text-sm">
        <Moment at={request.createdAt} />
      </p>
      <form action={answer} className="mt-4">
        <input type="hidden" name="student" value={studentId} />
        <SubmitButton pending={t("answering")} className="btn btn-primary min-h-11">
          {t("answered")}
        </SubmitButton>
      </form>
    </Card>
  );
}
