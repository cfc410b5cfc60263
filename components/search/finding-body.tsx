import { BookOpen, CircleX, Footprints, Hash, type LucideIcon, Play, Tag } from "lucide-react";
import { timecodeOf } from "#domain/course/timecode";
import type { Finding, Kind } from "#domain/search/finding";
import { Pieces } from "./pieces.tsx";

const ICONS: Readonly<Record<Kind, LucideIcon>> = {
  lesson: BookOpen,
  section: Hash,
  step: Footprints,
  cause: CircleX,
  film: Play,
  tag: Tag,
};

type Props = {
  readonly finding: Finding;
  readonly kinds: Readonly<Record<Kind, string>>;
  /** Of the page around it. */
  readonly locale: string;
};

/** What was found and where: its heading, what kind of place that is, and the passage. */
export function FindingBody({ finding: { kind, heading, trail, passage, at, locale: written }, kinds, locale }: Props) {
  const Icon = ICONS[kind];
  const lang = written === locale ? undefined : written;
  return (
    <>
      <Icon className="mt-1 size-4 shrink-0 text-base-content/70" aria-hidden="true" />
      <span className="min-w-0 flex-1">
        <span className="num block text-base-content/70 text-xs">
          {kinds[kind]}
          {at !== null && ` · ${timecodeOf(at)}`}
          {trail !== "" && <span lang={lang}> · {trail}</span>}
        </span>
        <span lang={lang} className="block font-semibold">
          <Pieces pieces={heading} />
        </span>
        {passage.length > 0 && (
          <span lang={lang} className="line-clamp-3 block text-base-content/80 text-sm">
            <Pieces pieces={passage} />
          </span>
        )}
      </span>
    </>
  );
}
