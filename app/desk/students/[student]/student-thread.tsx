import { LifeBuoy } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ReplyForm } from "#components/help/reply-form";
import { Thread } from "#components/help/thread";
import { Card } from "#components/ui/card";
import { SubmitButton } from "#components/ui/submit-button";
import { isCauseId } from "#domain/cause/cause";
import { stepsOf } from "#domain/course/course";
import { causePageFor, causeTitles } from "#server/course/queries";
import { threadsOf } from "#server/help/thread/queries";
import { casesOf } from "#server/person/queries";
import { shownFor } from "../../../help-shown.ts";
import { answer, markAnswered, reopen } from "./actions.ts";
import type { Shared } from "./cases.tsx";

type Props = Shared & {
  /** The cause for which a ready answer is wanted. */
  readonly canned: string | null;
};

/** The student's latest request with what was said below it, and a ready answer for the cause that it is about. */
export async function StudentThread({ instructor, student, module, locale, canned }: Props) {
  const [thread] = await threadsOf(student, 1);
  if (!thread) return null;
  const [t, tp, th] = [
    await getTranslations("thread"),
    await getTranslations("desk.person"),
    await getTranslations("help.refusal"),
  ];
  const about =
    (await casesOf(instructor, student)).find(({ closedAt, cause }) => !closedAt && cause)?.cause ?? thread.cause;
  const titles = await causeTitles(locale, [thread.cause, about]);
  const replies = await Promise.all(
    thread.replies.map(async (said) => ({ ...said, shown: await shownFor(student, locale, said.cause) })),
  );
  const chosen = canned && isCauseId(canned) ? canned : null;
  const page = chosen && (await causePageFor(student, locale, chosen));
  const step = stepsOf(module).find(({ id }) => id === thread.stepId);
  const isOpen = thread.closedAt === null;
  const words = {
    label: t("answerLabel"),
    send: t("answer"),
    sending: t("sendingAnswer"),
    refusals: { empty: t("empty"), too_long: th("too_long"), too_many: th("too_many"), not_found: t("gone") },
  };
  return (
    <Card className="p-6" aria-labelledby="request">
      <h2 id="request" className="flex items-center gap-2 font-bold text-xl">
        <LifeBuoy className="size-5 text-info" aria-hidden="true" /> {isOpen ? tp("request") : t("lastClosed")}
      </h2>
      <p className="text-base-content/75 text-sm">
        {[step && t("about", { step: step.title }), thread.device && t("device", { device: thread.device })]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <Thread
        request={thread}
        takenFor={thread.cause && (titles[thread.cause] ?? null)}
        student={student.name}
        replies={replies}
      >
        {about && (
          <p className="mt-4 text-sm">
            {t("canned")}{" "}
            <Link className="link link-primary" href={`?answer=${about}#request`} prefetch={false}>
              {titles[about] ?? about}
            </Link>
          </p>
        )}
        <ReplyForm
          key={chosen}
          reply={answer}
          hidden={{ student: student.id, cause: page ? (chosen ?? "") : "" }}
          draft={page ? t("cannedBody", { cause: page.short }) : ""}
          words={words}
        />
        <form action={isOpen ? markAnswered : reopen} className="mt-3">
          <input type="hidden" name="student" value={student.id} />
          <SubmitButton pending={tp("answering")} className="btn btn-outline min-h-11">
            {isOpen ? tp("answered") : t("reopen")}
          </SubmitButton>
        </form>
      </Thread>
    </Card>
  );
}
