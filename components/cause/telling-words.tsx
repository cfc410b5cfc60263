/** A provider's own words by which a cause is recognised, as they stand on an English screen. */
export function TellingWords({ words }: { readonly words: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {words.map((part) => (
        <li key={part} className="min-w-0 max-w-full">
          <code
            lang="en"
            className="inline-block max-w-full break-words rounded bg-base-300/60 px-1.5 py-0.5 font-mono text-xs leading-normal"
          >
            {part}
          </code>
        </li>
      ))}
    </ul>
  );
}
