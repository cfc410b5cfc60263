import { ClipboardPaste, LifeBuoy } from "lucide-react";
import Link from "next/link";
import type { SearchWords } from "./search-words.tsx";
import type { Asked } from "./use-findings.ts";

type Props = {
  readonly asked: Asked;
  readonly words: SearchWords;
  readonly mayAsk: boolean;
  readonly suggest: (word: string) => void;
};

/** What there is to say above what was found, aloud as well; where nothing was, the ways that are left. */
export function AskedState({ asked, words, mayAsk, suggest }: Props) {
  const isEmpty = asked.state === "found" && asked.answer.findings.length === 0;
  return (
    <>
      <p role="status" className="min-h-6 px-2 pb-1 text-base-content/75 text-sm">
        {sentenceOf(asked, words)}
      </p>
      {isEmpty && (
        <div className="space-y-3 px-2 pb-2">
          <Nearest nearest={asked.answer.nearest} words={words} suggest={suggest} />
          <p className="flex flex-wrap gap-3">
            <Link href="/paste" prefetch={false} className="btn btn-outline min-h-11">
              <ClipboardPaste className="size-4" aria-hidden="true" /> {words.paste}
            </Link>
            {mayAsk && (
              <Link href="/help" prefetch={false} className="btn btn-quiet min-h-11">
                <LifeBuoy className="size-4" aria-hidden="true" /> {words.ask}
              </Link>
            )}
          </p>
        </div>
      )}
    </>
  );
}

function sentenceOf(asked: Asked, words: SearchWords): string {
  if (asked.state === "too_many") return words.tooMany.replace("{seconds}", String(asked.seconds));
  if (asked.state === "found") return asked.answer.findings.length > 0 ? asked.answer.said : words.nothing;
  // Its last answer stays while the next one is on its way, and a reader is not told of each letter.
  if (asked.state === "searching") return asked.answer?.said ?? words.searching;
  return asked.state === "unreachable" ? words.unreachable : words.hint;
}

type NearestProps = Pick<Props, "words" | "suggest"> & { readonly nearest: readonly string[] };

function Nearest({ nearest, words, suggest }: NearestProps) {
  if (nearest.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span>{words.nearest}</span>
      {nearest.map((word) => (
        <button key={word} type="button" className="btn btn-quiet btn-sm min-h-11" onClick={() => suggest(word)}>
          {word}
        </button>
      ))}
    </p>
  );
}
