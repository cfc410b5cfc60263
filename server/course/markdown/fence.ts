import "server-only";
import type { Element } from "hast";
import type { Token } from "markdown-it";
import { element, text } from "./element.ts";

/** Code as the author fenced it; what stands behind the fence is kept for `highlightCode`. */
export function fenceOf({ content, info }: Token): Element {
  const dataInfo = info.trim();
  return element("pre", {}, [element("code", dataInfo === "" ? {} : { dataInfo }, [text(content)])]);
}
