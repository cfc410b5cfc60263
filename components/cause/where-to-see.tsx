import { Play } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { timecodeOf } from "#domain/course/timecode";
import type { CauseView } from "./cause-view.tsx";

type Props = {
  readonly cause: Pick<CauseView, "module" | "lesson" | "anchor" | "at">;
  /** The one button in view that says what to do next. */
  readonly isMain: boolean;
};

/** The second of the film that shows it, or the heading of the lesson; nothing for a cause that no lesson is about. */
export function WhereToSee({ cause: { module, lesson, anchor, at }, isMain }: Props) {
  const t = useTranslations("cause");
  if (!module || !lesson) return null;
  const page = `/lessons/${module}/${lesson}`;
  const dress = `btn min-h-11 ${isMain ? "btn-primary" : "btn-outline"}`;
  if (at === null) {
    return (
      <Link className={dress} href={anchor ? `${page}#${anchor}` : page}>
        {t("toLesson")}
      </Link>
    );
  }
  return (
    <Link className={dress} href={`${page}?t=${at}#film`}>
      <Play className="size-4" aria-hidden="true" />{" "}
      <span className="num">{t("watchFrom", { time: timecodeOf(at) })}</span>
    </Link>
  );
}
