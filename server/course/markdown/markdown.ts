import "server-only";
import type { Root } from "hast";
import { sanitize } from "hast-util-sanitize";
import { giveAttributes } from "./attributes.ts";
import { leadOutOfFrames } from "./embedded.ts";
import { captionFigures } from "./figures.ts";
import { parser } from "./parser.ts";
import { safe } from "./safe.ts";
import { drawTasks } from "./tasks.ts";
import { hastOf } from "./tree.ts";

/** Markdown as a tree of harmless HTML whose elements know their lines. Bare of everything that depends on the page. */
export function treeOf(markdown: string): Root {
  const tree = hastOf(parser.parse(markdown, {}));
  giveAttributes(tree);
  captionFigures(tree);
  drawTasks(tree);
  leadOutOfFrames(tree);
  return sanitize(tree, safe) as Root;
}
