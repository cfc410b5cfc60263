"use server";

import type { ReactNode } from "react";
import { Prose } from "#components/course/prose";
import { savedLesson } from "#server/course/author/queries";
import { requireViewer } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";

/** The texts of a lesson as they are saved at this moment, by their anchors; none outside of development. */
export async function savedTexts(slug: string): Promise<Readonly<Record<string, ReactNode>>> {
  const looking = await requireViewer();
  const locale = await currentLocale();
  const page = await savedLesson(looking, locale, slug);
  if (!page) return {};
  const lang = page.locale === locale ? undefined : page.locale;
  const texts = [{ anchor: "", body: page.intro }, ...page.sections];
  return Object.fromEntries(texts.map(({ anchor, body }) => [anchor, <Prose key={anchor} tree={body} lang={lang} />]));
}
