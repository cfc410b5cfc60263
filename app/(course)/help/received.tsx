import { getTranslations } from "next-intl/server";
import { ShownBelow } from "#components/help/thread";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";
import type { Locale } from "#domain/course/course";
import { wordsFor } from "#domain/message/words";
import { messagesTo } from "#server/message/queries";
import type { Student } from "#server/viewer";
import { shownFor } from "../../help-shown.ts";

/** What staff have written to the student. */
export async function Received({ student, locale }: { readonly student: Student; readonly locale: Locale }) {
  const t = await getTranslations("thread");
  const messages = await messagesTo(student);
  if (messages.length === 0) return null;
  const shown = await Promise.all(messages.map(({ cause }) => shownFor(student, locale, cause)));
  return (
    <Card className="p-6" aria-labelledby="received">
      <h2 id="received" className="font-bold text-xl">
        {t("received")}
      </h2>
      <ul className="mt-4 space-y-4">
        {messages.map((message, place) => {
          const { subject, paragraphs } = wordsFor(locale, message);
          const below = shown[place];
          return (
            <li key={message.id} className="rounded-box border border-primary/30 bg-primary/6 p-4">
              <p className="num text-base-content/70 text-sm">
                <strong className="font-semibold text-base-content">{message.sender ?? t("staff")}</strong> ·{" "}
                <Moment at={message.createdAt} />
              </p>
              <h3 className="mt-1 font-bold">{subject}</h3>
              <p className="mt-1 whitespace-pre-wrap break-words">{paragraphs.join("\n\n")}</p>
              {below && <ShownBelow {...below} />}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
