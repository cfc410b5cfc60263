import { Moment } from "#components/ui/moment";

type Props = { readonly value: unknown; readonly none: string };

/** Any plain value as lists of names and values: names as in the file, so that the two can be compared. */
export function DataTree({ value, none }: Props) {
  if (value === null || value === undefined || value === "") return <span className="text-base-content/70">–</span>;
  if (value instanceof Date) return <Moment at={value} />;
  if (Array.isArray(value)) return <DataList values={value} none={none} />;
  if (typeof value !== "object") return <span className="break-words">{String(value)}</span>;
  return (
    <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[10rem_1fr]">
      {Object.entries(value).map(([name, inner]) => (
        <div key={name} className="contents">
          <dt className="text-base-content/70">{name}</dt>
          <dd className="min-w-0">
            <DataTree value={inner} none={none} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function DataList({ values, none }: { readonly values: readonly unknown[]; readonly none: string }) {
  if (values.length === 0) return <p className="text-base-content/70 text-sm">{none}</p>;
  return (
    <ol className="divide-y divide-base-300">
      {values.map((value, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that is written once and never changes
        <li key={at} className="py-2">
          <DataTree value={value} none={none} />
        </li>
      ))}
    </ol>
  );
}
