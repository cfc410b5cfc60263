import "server-only";
import { timecodeOf } from "#domain/course/timecode";
import { environment } from "../environment.ts";
import type { Link } from "./letter-html.ts";

/** A link of a letter, in full: a mail program knows of no page that it stands on. */
export const linkTo = (path: string, label: string): Link => ({
  label,
  href: new URL(path, environment().APP_ORIGIN).href,
});

type Place = { readonly module: string | null; readonly lesson: string | null; readonly at: number | null };

/** The second of the film that shows what a cause is about. */
export function filmLinks(place: Place | null, label: (time: string) => string): Link[] {
  if (!place?.module || !place.lesson || place.at === null) return [];
  return [linkTo(`/lessons/${place.module}/${place.lesson}?t=${place.at}#film`, label(timecodeOf(place.at)))];
}
