import Link from "next/link";
import type { Tag } from "#domain/course/tag";

type Props = {
  readonly tags: readonly Pick<Tag, "slug" | "name" | "lessons">[];
  readonly countOf?: (count: number) => string;
};

export const tagPath = (slug: string): string => `/tags/${encodeURIComponent(slug)}`;

/** Tags as links; with a count where there is one to tell. */
export function TagLinks({ tags, countOf }: Props) {
  return (
    <ul className="flex flex-wrap gap-2">
      {tags.map(({ slug, name, lessons }) => (
        <li key={slug}>
          <Link href={tagPath(slug)} prefetch={false} className="btn btn-quiet min-h-11 font-medium">
            {name}
            {countOf && (
              <span className="num font-normal text-base-content/75 text-sm">
                <span aria-hidden="true">{lessons.length}</span>
                <span className="sr-only">{countOf(lessons.length)}</span>
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
