import { ImageUp, X } from "lucide-react";
import { useRef } from "react";
import type { PasteWords } from "./paste-words.tsx";
import { PICTURE_KINDS } from "./picture-kind.ts";
import type { PictureState } from "./use-picture.ts";

type Props = {
  readonly state: PictureState;
  readonly read: (file: File) => void;
  readonly cancel: () => void;
  readonly words: PasteWords["picture"];
};

/** Needs JavaScript, so nobody without it is shown it. */
export function PictureField({ state, read, cancel, words }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="rounded-field border border-base-300 border-dashed p-3 noscript:hidden">
      <input
        ref={input}
        type="file"
        accept={PICTURE_KINDS}
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // So that choosing the same file again is a change again.
          currentTarget.value = "";
          if (file) read(file);
        }}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {state.kind === "reading" ? (
          <Progress percent={state.percent} cancel={cancel} words={words} />
        ) : (
          <>
            <button type="button" className="btn btn-quiet min-h-11" onClick={() => input.current?.click()}>
              <ImageUp className="size-4" aria-hidden="true" /> {words.choose}
            </button>
            <p className="min-w-48 flex-1 text-base-content/70 text-sm">{words.hint}</p>
          </>
        )}
      </div>
      <p role="status" className="mt-2 text-sm empty:hidden">
        {state.kind === "read" && words.read}
        {state.kind === "reading" && <span className="sr-only">{words.begun}</span>}
      </p>
      <p role="alert" className="mt-2 text-error text-sm empty:hidden">
        {state.kind === "refused" && words.refusal[state.refusal]}
      </p>
    </div>
  );
}

type ProgressProps = Pick<Props, "cancel" | "words"> & { readonly percent: number | null };

function Progress({ percent, cancel, words }: ProgressProps) {
  const label = percent === null ? words.fetching : words.reading.replace("{percent}", String(percent));
  return (
    <>
      <span className="num min-w-48 text-sm">{label}</span>
      <progress
        className="progress progress-primary h-2 min-w-32 flex-1"
        aria-label={words.begun}
        max={100}
        {...(percent === null ? {} : { value: percent })}
      />
      <button type="button" className="btn btn-quiet min-h-11" onClick={cancel}>
        <X className="size-4" aria-hidden="true" /> {words.cancel}
      </button>
    </>
  );
}
