import { TriangleAlert, X } from "lucide-react";
import { type RefObject, useEffect } from "react";
import type { ScreenWords } from "./screen-words.tsx";
import type { Choice } from "./use-choice.ts";

type Props = {
  readonly id: string;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly choice: Choice;
  readonly take: (file: File) => void;
  readonly drop: () => void;
  readonly words: ScreenWords;
};

/** What must not be seen is said before a picture can be chosen; what will be sent is seen before it is. */
export function PictureField({ id, input, choice, take, drop, words }: Props) {
  // Chosen before the page's script has come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once
  useEffect(() => {
    const [early] = input.current?.files ?? [];
    if (early) take(early);
  }, []);
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {words.picture}
      </label>
      <p id={`${id}-warning`} className="mt-1 flex max-w-prose items-start gap-2 text-sm">
        <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warning" aria-hidden="true" />
        {words.warning}
      </p>
      <input
        ref={input}
        id={id}
        type="file"
        name="picture"
        accept="image/png,image/jpeg,image/webp"
        aria-describedby={`${id}-warning ${id}-hint ${id}-state`}
        className="file-input mt-2 h-11 w-full max-w-md"
        onChange={({ currentTarget: { files } }) => (files?.[0] ? take(files[0]) : drop())}
      />
      <p id={`${id}-hint`} className="mt-1 text-base-content/70 text-sm">
        {words.pictureHint}
      </p>
      <p id={`${id}-state`} role="status" className="text-sm empty:hidden">
        {choice.kind === "preparing" && words.preparing}
        {choice.kind === "unreadable" && <span className="text-error">{words.refusal.broken}</span>}
      </p>
      {choice.kind === "ready" && <Preview address={choice.address} drop={drop} words={words} />}
    </div>
  );
}

function Preview({ address, drop, words }: Pick<Props, "drop" | "words"> & { readonly address: string }) {
  return (
    <figure className="mt-3 space-y-2">
      <figcaption className="text-sm">{words.preview}</figcaption>
      {/* biome-ignore lint/performance/noImgElement: it is in this browser alone */}
      <img src={address} alt="" className="max-h-72 max-w-full rounded-field border border-base-300" />
      <button type="button" className="btn btn-quiet min-h-11" onClick={drop}>
        <X className="size-4" aria-hidden="true" /> {words.takeOut}
      </button>
    </figure>
  );
}
