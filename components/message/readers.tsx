import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

type Props = {
  readonly people: readonly {
    readonly userId: string;
    readonly name: string;
    readonly isByMail: boolean;
    readonly isRefusing: boolean;
  }[];
};

const FIRST = 12;

/** Who will get it: the first by name, the rest folded away. */
export function Readers({ people }: Props) {
  const t = useTranslations("message");
  const [first, rest] = [people.slice(0, FIRST), people.slice(FIRST)];
  const withoutMail = people.filter(({ isByMail }) => !isByMail).length;
  const refusing = people.filter(({ isRefusing }) => isRefusing);
  return (
    <section aria-label={t("readers")} className="mt-4">
      <Names people={first} />
      {rest.length > 0 && (
        <details className="mt-2">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm">
            {t("moreReaders", { count: rest.length })}
          </summary>
          <Names people={rest} />
        </details>
      )}
      {withoutMail > 0 && (
        <p className="mt-2 text-base-content/70 text-sm">{t("withoutMail", { count: withoutMail })}</p>
      )}
      {refusing.length > 0 && (
        <p className="mt-2 flex items-start gap-2 text-sm">
          <TriangleAlert className="mt-0.5 size-4 shrink-0 text-error" aria-hidden="true" />
          <span>
            {t("refusing", { count: refusing.length })}{" "}
            {refusing
              .map(({ name }) => name)
              .slice(0, FIRST)
              .join(", ")}
          </span>
        </p>
      )}
    </section>
  );
}

function Names({ people }: Props) {
  return (
    <ul className="flex flex-wrap gap-2">
      {people.map(({ userId, name }) => (
        <li key={userId}>
          <Link
            href={`/desk/students/${userId}`}
            prefetch={false}
            className="inline-flex min-h-8 items-center rounded-full border border-base-300 bg-base-100 px-3 text-sm hover:underline"
          >
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
