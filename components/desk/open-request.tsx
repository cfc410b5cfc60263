import { LifeBuoy } from "lucide-react";
import { useTranslations } from "next-intl";
import { PastedMessage } from "#components/paste/pasted-message";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";
import { SubmitButton } from "#components/ui/submit-button";

type Props = {
  readonly request: { readonly note: string; readonly pasted: string | null; readonly createdAt: Date };
  /** What the pasted message was taken for, in words. */
  readonly takenFor: string | null;
  readonly studentId: string;
  readonly answer: (form: FormData) => Promise<void>;
};

export function OpenRequest({ request, takenFor, studentId, answer }: Props) {
  const t = useTranslations("desk.person");
  return (
    <Card className="p-6" aria-labelledby="request">
      <h2 id="request" className="flex items-center gap-2 font-bold text-xl">
        <LifeBuoy className="size-5 text-info" aria-hidden="true" /> {t("request")}
      </h2>
      <p className="mt-2 whitespace-pre-wrap break-words">{request.note}</p>
      {request.pasted && <PastedMessage text={request.pasted} takenFor={takenFor} />}
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
