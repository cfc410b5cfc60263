import type { FilmWords } from "./film-words.ts";

type Props = {
  readonly words: FilmWords;
  readonly hasLetters: boolean;
  readonly setLetters: (wanted: boolean) => void;
};

/** What keys do while the film has the focus, and the way to switch off those that write a character. */
export function Shortcuts({ words, hasLetters, setLetters }: Props) {
  return (
    <div className="px-4 pb-4 text-sm">
      <dl className="grid gap-x-8 sm:grid-cols-2">
        {words.deeds.map(({ keys, words: deed }) => (
          <div key={deed} className="flex min-h-9 items-center justify-between gap-4">
            <dt>{deed}</dt>
            <dd className="flex shrink-0 gap-1">
              {keys.map((key) => (
                <kbd key={key} className="kbd">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label className="mt-3 flex min-h-11 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          className="checkbox"
          checked={hasLetters}
          onChange={(event) => setLetters(event.target.checked)}
        />
        {words.letters}
      </label>
    </div>
  );
}
