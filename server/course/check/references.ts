import "server-only";
import { join } from "node:path";
import type { Locale } from "#domain/course/course";
import { addressOf } from "../markdown/address.ts";
import type { Reference } from "../markdown/links.ts";
import { isThere } from "../memory.ts";
import type { Page } from "../page.ts";
import type { Problem } from "../problem.ts";
import { referenceLine } from "./reference-line.ts";
import { isOnPage, lessonIn, type Written } from "./written.ts";

type Refers = { readonly file: string; readonly locale: Locale; readonly page: Page };
type Fault = { readonly message: string; readonly fix: string } | null;

export async function referenceProblems(written: Written): Promise<Problem[]> {
  const pages: readonly Refers[] = [...written.lessons, ...written.causes, ...written.tools];
  return (await Promise.all(pages.map((page) => problemsIn(page, written)))).flat();
}

async function problemsIn(refers: Refers, written: Written): Promise<Problem[]> {
  const { file, page } = refers;
  const placed = async (reference: Reference, look: typeof linkFault) => {
    const fault = look(reference.target, refers, written);
    return fault ? [{ file, line: await referenceLine(written.directory, file, reference), ...fault }] : [];
  };
  const links = page.links.map((link) => placed(link, linkFault));
  const pictures = page.pictures.map((picture) => placed(picture, pictureFault));
  const times = page.timesBeyond.map(({ line, time }): Problem => {
    const fix = "correct it, or write an hour of the day with a full stop: 14.05";
    return { file, line, message: `${time} is behind the end of the video`, fix };
  });
  return [...(await Promise.all([...links, ...pictures])).flat(), ...times];
}

const folderOf = (file: string): string => file.split("/")[0] ?? "";

function linkFault(target: string, { file, locale, page }: Refers, written: Written): Fault {
  const address = addressOf(target, folderOf(file));
  if (address.kind === "outside-content")
    return { message: `${target} leads out of the content folder`, fix: "correct the link" };
  if (address.kind === "file") return missing(address.path, written);
  if (address.kind === "same-page") {
    const known = address.anchor === "" || isOnPage(page, address.anchor);
    return known ? null : { message: `nothing on this page has the anchor ${address.anchor}`, fix: "correct the link" };
  }
  if (address.kind !== "page") return null;
  if (address.folder === "causes") return missing(`causes/${address.slug}.md`, written);
  const lesson = lessonIn(written, address.slug, locale);
  if (lesson?.lesson.module !== address.folder)
    return { message: `${target} is no page of the course`, fix: "correct the link" };
  if (address.anchor === null || isOnPage(lesson.page, address.anchor)) return null;
  return { message: `nothing in ${lesson.file} has the anchor ${address.anchor}`, fix: "correct the link" };
}

function pictureFault(target: string, { file }: Refers, written: Written): Fault {
  const address = addressOf(target, folderOf(file));
  if (address.kind === "file") return missing(address.path, written);
  return { message: `the picture ${target} is not a file of the course`, fix: "put it into assets/ beside the page" };
}

function missing(path: string, { directory }: Written): Fault {
  if (isThere(join(directory, path))) return null;
  return { message: `there is no file ${path}`, fix: "add the file, or correct its name here" };
}
