import type { ReactNode } from "react";

type Props = {
  readonly heading: string;
  readonly causes: readonly { readonly id: string; readonly title: string; readonly card: ReactNode }[];
};

/** What else it may be, likeliest first; each opens to its card, without JavaScript too. */
export function Candidates({ heading, causes }: Props) {
  if (causes.length === 0) return null;
  return (
    <section aria-labelledby="paste-candidates">
      <h3 id="paste-candidates" className="font-bold">
        {heading}
      </h3>
      <ul className="mt-3 space-y-2">
        {causes.map(({ id, title, card }) => (
          <li key={id}>
            <details className="group rounded-box border border-base-300 bg-base-100">
              <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold">{title}</summary>
              <div className="px-2 pb-2 sm:px-4 sm:pb-4">{card}</div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
