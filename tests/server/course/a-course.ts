import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Root } from "hast";
import { toHtml } from "hast-util-to-html";

export const FILM_SECONDS = 490;

const MODULE = `title: { pl: Moduł, en: Module }
order: 1
lessons: [lekcja]
videos: [{ id: film, title: { pl: Film, en: Film }, file: film.mp4, seconds: ${FILM_SECONDS} }]
`;

/** A content folder with one module; `files` are paths below it and win over what is there by default. */
export async function aCourse(files: Readonly<Record<string, string | Buffer>> = {}): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "course-"));
  const all = { "m1/module.yaml": MODULE, "m1/film.mp4": "film", "m1/lekcja.md": aLesson(), ...files };
  for (const [path, text] of Object.entries(all)) await save(directory, path, text);
  return directory;
}

export async function save(directory: string, path: string, text: string | Buffer): Promise<void> {
  await mkdir(dirname(join(directory, path)), { recursive: true });
  await writeFile(join(directory, path), text);
}

export const aStep = (id: string, anchor: string, more = ""): string =>
  `\n  - { id: ${id}, title: Krok ${id}, anchor: ${anchor}, summary: Po co., at: "2:05"${more} }`;

export function aLesson({
  steps = aStep("krok", "jak-to-zrobic"),
  body = "# Lekcja\n\nWstęp.\n\n## Jak to zrobić\n\nTak.\n",
} = {}) {
  return `---\ntags: [OpenAI]\nminutes: 5\nchecked: 2026-11-20\nvideo: film\nsteps:${steps || " []"}\n---\n\n${body}`;
}

export const htmlOf = (tree: Root | undefined): string => (tree ? toHtml(tree) : "");

export const countOf = (tag: string, text: string): number => text.match(new RegExp(`<${tag}[ >]`, "g"))?.length ?? 0;
