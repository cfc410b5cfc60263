import "server-only";
import type { Element, ElementContent, Nodes, Properties } from "hast";

export const element = (tagName: string, properties: Properties, children: ElementContent[] = []): Element => ({
  type: "element",
  tagName,
  properties,
  children,
});

export const text = (value: string): ElementContent => ({ type: "text", value });

export const classesOf = (node: Element): readonly string[] =>
  Array.isArray(node.properties.className) ? node.properties.className.map(String) : [];

export const isElement = (node: Nodes | undefined, ...names: readonly string[]): node is Element =>
  node?.type === "element" && (names.length === 0 || names.includes(node.tagName));

export const elementsIn = (node: { readonly children: readonly Nodes[] }): Element[] =>
  node.children.filter((child): child is Element => child.type === "element");
