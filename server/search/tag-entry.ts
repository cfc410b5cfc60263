import "server-only";
import type { Locale } from "#domain/course/course";
import type { Tag } from "#domain/course/tag";
import type { Entry } from "./entry.ts";

export const tagEntry = ({ slug, name, lessons }: Tag, locale: Locale): Entry => ({
  kind: "tag",
  heading: name,
  trail: "",
  text: lessons.map(({ title }) => title).join("\n"),
  names: "",
  path: `/tags/${encodeURIComponent(slug)}`,
  at: null,
  said: [],
  locale,
  lessons,
  cause: null,
});
