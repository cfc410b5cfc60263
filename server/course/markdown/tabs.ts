import "server-only";
import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { classesOf, element, elementsIn, isElement } from "./element.ts";

/** Makes each set of tabs one that works without a script: a choice of one, whose panel is shown by its style. */
export function standTabs(tree: Root, name: string): void {
  let sets = 0;
  visit(tree, "element", (set) => {
    if (!classesOf(set).includes("tabbed-set")) return;
    const panels = elementsIn(set).filter((panel) => classesOf(panel).includes("tabbed-block"));
    const id = `${name}-${++sets}`;
    const chosen = Math.max(
      0,
      panels.findIndex((panel) => panel.properties.dataOpen !== undefined),
    );
    set.properties.role = "group";
    set.children = panels.flatMap((panel, index) => [tabOf(panel, id, index === chosen), panel]);
  });
}

function tabOf(panel: Element, name: string, checked: boolean): Element {
  delete panel.properties.dataOpen;
  const at = panel.children.findIndex((node) => isElement(node, "p") && classesOf(node).includes("tabbed-title"));
  const [title] = at < 0 ? [] : panel.children.splice(at, 1);
  const choice = element("input", { type: "radio", name, checked });
  return element("label", { className: ["tabbed-label"] }, [choice, ...(isElement(title) ? title.children : [])]);
}
