import { LifeBuoy } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ReplyForm } from "#components/help/reply-form";
import { Thread } from "#components/help/thread";
import { Card } from "#components/ui/card";
import { SubmitButton } from "#components/ui/submit-button";
import type { Locale } from "#domain/course/course";
import { causeTitles } from "#server/course/queries";
import type { ThreadView } from "#server/help/thread/queries";
import type { Student } from "#server/viewer";
import { shownFor } from "../../help-shown.ts";
import { reopen, reply, withdraw } from "./actions.ts";

type Props = { readonly student: Student; readonly thread: ThreadView; readonly locale: Locale };

/** The student's own request with what was said below it; one that is over can be opened again. */
export async function Conversation({ student, thread, locale }: Props) {
  const [t, tt] = [await getTranslations("help"), await getTranslations("thread")];
  const titles = await causeTitles(locale, [thread.cause]);
  const replies = await Promise.all(
    thread.replies.map(async (said) => ({ ...said, shown: await shownFor(student, locale, said.cause) })),
  );
  const words = {
    label: tt("addLabel"),
    send: tt("add"),
    sending: t("sending"),
    refusals: {
      empty: tt("empty"),
      too_long: t("refusal.too_long"),
      too_many: t("refusal.too_many"),
      not_found: tt("gone"),
    },
  };
  return (
    <Card className="p-6" aria-labelledby="conversation">
      <h2 id="conversation" className="flex items-center gap-2 font-bold text-xl">
        <LifeBuoy className="size-5 text-info" aria-hidden="true" /> {t("yourNote")}
      </h2>
      <Thread
        request={thread}
        takenFor={thread.cause && (titles[thread.cause] ?? null)}
        student={student.name}
        replies={replies}
      >
        {thread.closedAt === null && <ReplyForm reply={reply} words={words} />}
      </Thread>
      <form action={thread.closedAt ? reopen : withdraw} className="mt-4">
        <SubmitButton pending={t("sending")} className="btn btn-outline min-h-11">
          {thread.closedAt ? tt("reopen") : t("withdraw")}
        </SubmitButton>
      </form>
    </Card>
  );
}
