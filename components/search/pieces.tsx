import type { Piece } from "#domain/search/passage";

/** A text in which the words that were looked for are marked. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  let start = 0;
  return pieces.map(({ text, isFound }) => {
    const key = start;
    start += text.length;
    return isFound ? (
      <mark key={key} className="rounded-sm bg-primary/15 font-semibold text-inherit">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
