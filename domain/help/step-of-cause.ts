import type { Module, Step } from "../course/course.ts";

type Place = { readonly lesson: string | null; readonly anchor: string | null };

/** The step that the page of a cause is about: the one whose heading it names, else the only one of its lesson. */
export function stepOfCause({ lessons }: Module, { lesson: slug, anchor }: Place): Step | null {
  const steps = lessons.find((lesson) => lesson.slug === slug)?.steps ?? [];
  const only = steps.length === 1 ? steps[0] : undefined;
  return steps.find((step) => step.anchor === anchor) ?? only ?? null;
}
