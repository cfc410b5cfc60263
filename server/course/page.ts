import "server-only";
import type { Root } from "hast";
import type { Locale, Step } from "#domain/course/course";
import { nameAdmonitions } from "./markdown/admonition.ts";
import { highlightCode } from "./markdown/code.ts";
import { drawIcons } from "./markdown/icons.ts";
import { markInterfaceWords } from "./markdown/interface-words.ts";
import { leadLinks, type Reference } from "./markdown/links.ts";
import { treeOf } from "./markdown/markdown.ts";
import { hangPictures, type Picture } from "./markdown/pictures.ts";
import { standTabs } from "./markdown/tabs.ts";
import { linkTimes, timesBeyond } from "./markdown/times.ts";
import { broken, type Read } from "./problem.ts";
import { type Parts, partsOf } from "./sections.ts";

/** What a page is rendered for. `folder` is its place below `directory`: a module, or `causes`. */
export type Setting = {
  readonly directory: string;
  readonly folder: string;
  readonly locale: Locale;
  readonly steps: readonly Step[];
  /** A film whose page is null cannot be played, but the times in the text must lie within it all the same. */
  readonly film: { readonly seconds: number; readonly page: string | null } | null;
};

/** A page in its parts, with what it refers to, so that the references can be checked. */
export type Page = Parts & {
  /** The page in one piece, its title included. */
  readonly whole: Root;
  readonly links: readonly Reference[];
  readonly pictures: readonly Picture[];
  readonly timesBeyond: readonly { readonly line: number; readonly time: string }[];
};

export async function pageOf(body: string, { directory, folder, locale, steps, film }: Setting): Promise<Page> {
  const tree = treeOf(body);
  nameAdmonitions(tree, locale);
  markInterfaceWords(tree);
  const links = leadLinks(tree, folder, locale);
  const beyond = film ? timesBeyond(tree, film.seconds) : [];
  if (film?.page != null) linkTimes(tree, { ...film, page: film.page });
  const [pictures] = await Promise.all([hangPictures(tree, directory, folder), drawIcons(tree)]);
  highlightCode(tree);
  standTabs(tree, `tabs-${folder}`);
  return { ...partsOf(tree, steps), whole: tree, links, pictures, timesBeyond: beyond };
}

/** The same for a page that must not take another one down with it. */
export async function drawnPage(file: string, body: string, setting: Setting): Promise<Read<Page>> {
  try {
    return { ok: true, value: await pageOf(body, setting) };
  } catch (error) {
    return broken(file, 1, `cannot be rendered: ${String(error)}`, "take out what was added last");
  }
}
