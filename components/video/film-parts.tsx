import { ChevronDown } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { cueAtSecond, type Transcript } from "#domain/course/captions";
import type { Chapter, Film } from "#domain/course/course";
import { timecodeOf } from "#domain/course/timecode";
import type { FilmRef } from "./playable.ts";
import { filledIn, type PlayerWords } from "./player-words.tsx";
import { useSecond } from "./position.tsx";

type Props = Film & {
  readonly film: FilmRef;
  readonly startAt: number;
  readonly words: PlayerWords;
};

/** Below the film: its chapters, its words, and the keys that it listens to. */
export function FilmParts({ film, chapters, transcript, startAt, words }: Props) {
  return (
    <div className="mt-3 divide-y divide-base-300 rounded-box border border-base-300 bg-base-100 print:hidden">
      {chapters.length > 0 && <Chapters film={film} chapters={chapters} startAt={startAt} words={words} />}
      {transcript && <Words film={film} transcript={transcript} startAt={startAt} words={words} />}
      <Part title={words.keys}>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm pointer-coarse:hidden">
          {words.keyNames.map(([keys, what]) => (
            <div key={keys} className="contents">
              <dt className="font-mono">{keys}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Part>
    </div>
  );
}

function Part({ title, count, children }: { title: string; count?: number; children: React.ReactNode }) {
  return (
    <details className="group px-4">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 font-semibold text-sm">
        {title}
        {count !== undefined && <span className="num font-normal text-base-content/70">{count}</span>}
        <ChevronDown className="ml-auto size-4 transition-transform group-open:rotate-180" aria-hidden="true" />
      </summary>
      <div className="pb-4">{children}</div>
    </details>
  );
}

type ListProps = Pick<Props, "film" | "startAt" | "words">;

function Chapters({ film, chapters, startAt, words }: ListProps & { readonly chapters: readonly Chapter[] }) {
  const second = useSecond(film, startAt);
  const current = chapters.findLastIndex(({ at }) => at <= second);
  return (
    <Part title={words.chapters} count={chapters.length}>
      <ol>
        {chapters.map(({ at, title }, index) => (
          <Line key={at} at={at} isCurrent={index === current}>
            {title}
          </Line>
        ))}
      </ol>
    </Part>
  );
}

/** A place of the film to play from; without JavaScript the page opens there. */
function Line({ at, isCurrent, children }: { at: number; isCurrent: boolean; children: React.ReactNode }) {
  return (
    <li>
      <a
        href={`?t=${Math.floor(at)}#film`}
        data-at={Math.floor(at)}
        aria-current={isCurrent ? "true" : undefined}
        className="flex min-h-9 items-baseline gap-3 rounded-field px-2 py-1.5 text-sm hover:bg-base-200 aria-[current]:bg-accent/30 aria-[current]:font-semibold"
      >
        <span className="num w-12 shrink-0 text-right text-base-content/70">{timecodeOf(at)}</span>
        <span>{children}</span>
      </a>
    </li>
  );
}

const folded = (text: string): string =>
  text.toLowerCase().replaceAll("ł", "l").normalize("NFKD").replace(/\p{M}/gu, "");

type WordsProps = ListProps & { readonly transcript: Transcript };

function Words({ film, transcript: { cues, locale: spoken }, startAt, words }: WordsProps) {
  const [asked, setAsked] = useState("");
  const [canScript, setCanScript] = useState(false);
  useEffect(() => setCanScript(true), []);
  const list = useRef<HTMLOListElement>(null);
  const current = cueAtSecond(cues, useSecond(film, startAt));
  const sought = folded(asked.trim());
  const shown = cues.flatMap((cue, index) => (folded(cue.text).includes(sought) ? [{ ...cue, index }] : []));
  useEffect(() => keepInView(list.current, current), [current]);
  const found = filledIn(words.found, { count: shown.length });
  return (
    <Part title={words.transcript} count={cues.length}>
      <input
        type="search"
        hidden={!canScript}
        value={asked}
        onChange={(event) => setAsked(event.target.value)}
        placeholder={words.search}
        aria-label={words.search}
        className="input mb-2 w-full"
      />
      <p role="status" className={sought === "" ? "sr-only" : "mb-2 text-base-content/70 text-sm"}>
        {sought === "" ? "" : found}
      </p>
      <ol ref={list} lang={spoken} className="relative max-h-80 overflow-y-auto">
        {shown.map(({ at, text, index }) => (
          <Line key={`${at} ${index}`} at={at} isCurrent={index === current}>
            {text}
          </Line>
        ))}
      </ol>
    </Part>
  );
}

/** Scrolls the list alone, and never while somebody reads in it. */
function keepInView(list: HTMLOListElement | null, current: number): void {
  const line = list?.querySelector<HTMLElement>("[aria-current]")?.parentElement;
  if (!list || !line || current < 0 || list.matches(":hover, :focus-within")) return;
  const above = line.offsetTop - list.scrollTop;
  if (above < 0 || above + line.offsetHeight > list.clientHeight)
    list.scrollTop = line.offsetTop - list.clientHeight / 3;
}
