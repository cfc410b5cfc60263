import { Play } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PastedMessage } from "#components/paste/pasted-message";
import { Moment } from "#components/ui/moment";
import { timecodeOf } from "#domain/course/timecode";

/** Where a cause is explained: its lesson, and the second that shows it. */
export type Shown = {
  readonly title: string;
  readonly href: string;
  readonly at: number | null;
};

export type Said = {
  readonly id: string;
  readonly text: string;
  readonly author: string | null;
  readonly isStaff: boolean;
  readonly createdAt: Date;
  readonly shown: Shown | null;
};

type Props = {
  readonly request: {
    readonly note: string;
    readonly pasted: string | null;
    readonly createdAt: Date;
    readonly closedAt: Date | null;
  };
  /** What the pasted message was taken for, in words. */
  readonly takenFor: string | null;
  readonly student: string;
  readonly replies: readonly Said[];
  readonly children?: ReactNode;
};

/** A request for help with what was said below it, oldest first. */
export function Thread({ request, takenFor, student, replies, children }: Props) {
  const t = useTranslations("thread");
  return (
    <>
      <ol className="mt-4 space-y-4">
        <Entry isStaff={false} author={student} at={request.createdAt}>
          <p className="whitespace-pre-wrap break-words">{request.note}</p>
          {request.pasted && <PastedMessage text={request.pasted} takenFor={takenFor} />}
        </Entry>
        {replies.map(({ id, text, isStaff, author, createdAt, shown }) => (
          <Entry key={id} isStaff={isStaff} author={isStaff ? (author ?? t("staff")) : student} at={createdAt}>
            <p className="whitespace-pre-wrap break-words">{text}</p>
            {shown && <ShownBelow {...shown} />}
          </Entry>
        ))}
      </ol>
      {request.closedAt && (
        <p className="num mt-4 text-base-content/70 text-sm">
          {t("closed")} <Moment at={request.closedAt} />
        </p>
      )}
      {children}
    </>
  );
}

type EntryProps = {
  readonly isStaff: boolean;
  readonly author: string;
  readonly at: Date;
  readonly children: ReactNode;
};

function Entry({ isStaff, author, at, children }: EntryProps) {
  return (
    <li
      className={`rounded-box border p-4 ${isStaff ? "border-primary/30 bg-primary/6 sm:ml-8" : "border-base-300 bg-base-100 sm:mr-8"}`}
    >
      <p className="num mb-1 text-base-content/70 text-sm">
        <strong className="font-semibold text-base-content">{author}</strong> · <Moment at={at} />
      </p>
      {children}
    </li>
  );
}

/** The lesson and the second that belong to an answer. */
export function ShownBelow({ title, href, at }: Shown) {
  const t = useTranslations("thread");
  return (
    <p className="mt-3 flex flex-wrap gap-2">
      <Link href={href} className="btn btn-quiet btn-sm min-h-11">
        {t("lesson", { lesson: title })}
      </Link>
      {at !== null && (
        <Link href={`${href}?t=${at}#film`} className="btn btn-accent btn-sm num min-h-11">
          <Play className="size-3.5" aria-hidden="true" /> {t("film", { time: timecodeOf(at) })}
        </Link>
      )}
    </p>
  );
}
