import { memo, useEffect, useRef, useState } from "react";
import type { Cue, Transcript as Spoken } from "#domain/course/captions";
import type { Locale } from "#domain/course/course";
import { foundIn, type Stretch } from "#domain/course/found-in";
import { timecodeOf } from "#domain/course/timecode";
import { type FilmWords, filled } from "./film-words.ts";

type Props = {
  readonly transcript: Spoken;
  readonly second: number;
  readonly locale: Locale;
  readonly words: FilmWords;
};

type Line = { readonly cue: Cue; readonly stretches: readonly Stretch[] };

const asItIs = (cue: Cue): Line => ({ cue, stretches: [{ text: cue.text, isFound: false }] });

function linesOf(cues: readonly Cue[], wanted: string): readonly Line[] {
  if (wanted.trim() === "") return cues.map(asItIs);
  return cues.flatMap((cue) => {
    const stretches = foundIn(cue.text, wanted);
    return stretches ? [{ cue, stretches }] : [];
  });
}

/** What is said in the film: each line plays from there, the one that plays is marked. */
export function Transcript({ transcript, second, locale, words }: Props) {
  const [wanted, setWanted] = useState("");
  const lines = linesOf(transcript.cues, wanted);
  const playing = transcript.cues.findLast(({ at }) => Math.floor(at) <= second);
  const list = useRef<HTMLOListElement>(null);
  useFollowing(list, playing, wanted === "");
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 pb-2">
        <input
          type="search"
          className="input min-h-11 w-full max-w-xs"
          placeholder={words.search}
          aria-label={words.search}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <p role="status" className="text-base-content/70 text-sm">
          {wanted.trim() !== "" && heard(lines.length, wanted.trim(), words)}
        </p>
      </div>
      <ol ref={list} lang={transcript.locale === locale ? undefined : transcript.locale} className="film-lines">
        {lines.map(({ cue, stretches }) => (
          <TranscriptLine key={cue.at} cue={cue} stretches={stretches} isPlaying={cue === playing} />
        ))}
      </ol>
    </>
  );
}

const heard = (count: number, wanted: string, words: FilmWords): string =>
  count === 0 ? filled(words.nothing, { words: wanted }) : filled(words.found, { count });

type LineProps = Line & { readonly isPlaying: boolean };

const isSameLine = (one: LineProps, other: LineProps): boolean =>
  one.cue === other.cue &&
  one.isPlaying === other.isPlaying &&
  one.stretches.map(told).join() === other.stretches.map(told).join();

const told = ({ text, isFound }: Stretch): string => `${isFound}${text}`;

const TranscriptLine = memo(function TranscriptLine({ cue, stretches, isPlaying }: LineProps) {
  return (
    <li>
      <a
        className="film-line"
        href={`?t=${Math.floor(cue.at)}#film`}
        data-at={cue.at}
        aria-current={isPlaying || undefined}
      >
        <span className="film-time">{timecodeOf(cue.at)}</span>
        <span>
          {stretches.map(({ text, isFound }, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
            isFound ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
          )}
        </span>
      </a>
    </li>
  );
}, isSameLine);

/** Keeps the line that plays in view within its list, unless somebody is at work there. */
function useFollowing(
  list: React.RefObject<HTMLOListElement | null>,
  playing: Cue | undefined,
  isWhole: boolean,
): void {
  useEffect(() => {
    const box = list.current;
    if (!box || !playing || !isWhole || box.matches(":hover, :focus-within")) return;
    const line = box.querySelector<HTMLElement>("[aria-current]");
    if (line) box.scrollTop = line.offsetTop - box.clientHeight / 3;
  }, [list, playing, isWhole]);
}
