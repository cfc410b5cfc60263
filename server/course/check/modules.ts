import "server-only";
import { fileOf } from "../lesson-file.ts";
import type { ModuleFolder } from "../module-folder.ts";
import type { Problem } from "../problem.ts";
import { videoProblems } from "./videos.ts";
import type { Written } from "./written.ts";

export async function moduleProblems({ directory, folders, lessons }: Written): Promise<Problem[]> {
  const videos = folders.flatMap((folder) => folder.videos.map((_, index) => videoProblems(directory, folder, index)));
  const nameless = lessons.filter(({ front, lesson }) => {
    const folder = folders.find(({ slug }) => slug === lesson.module);
    return front.video && !folder?.videos.some(({ id }) => id === front.video);
  });
  return [
    ...folders.flatMap(forgottenIn),
    ...sameNames(folders),
    ...(await Promise.all(videos)).flat(),
    ...nameless.map(({ file, front, lineOf }) => {
      const message = `module.yaml has no video ${front.video}`;
      return { file, line: lineOf(["video"]), message, fix: "correct the name, or add the video" };
    }),
  ];
}

function forgottenIn({ slug, forgotten, problems }: ModuleFolder): Problem[] {
  if (problems.length > 0) return [];
  const fix = "add its name to the lessons of module.yaml; it stands last until then";
  return forgotten.map((page) => ({
    file: fileOf(slug, page, "pl"),
    line: 1,
    message: "module.yaml does not name this page",
    fix,
  }));
}

/** A lesson is looked for by its name alone. */
function sameNames(folders: readonly ModuleFolder[]): Problem[] {
  const pages = folders.flatMap(({ slug, lessons }) => lessons.map((lesson) => ({ slug, lesson })));
  return pages
    .filter(({ lesson }, at) => pages.slice(0, at).some((other) => other.lesson === lesson))
    .map(({ slug, lesson }) => {
      const message = `another page is called ${lesson} too`;
      return { file: fileOf(slug, lesson, "pl"), line: 1, message, fix: "rename one of them" };
    });
}
