import "server-only";
import { defaultSchema, type Options } from "rehype-sanitize";
import { ADMONITION_LOOKS } from "./admonition.ts";

const attributes = defaultSchema.attributes ?? {};
const tagNames = defaultSchema.tagNames ?? [];

/** GitHub's list of what an author's HTML may hold, with what our own Markdown makes besides. */
export const safe: Options = {
  ...defaultSchema,
  tagNames: [...tagNames, "aside", "figure", "figcaption", "mark", "abbr", "u", "small"],
  attributes: {
    ...attributes,
    aside: [
      ["className", "admonition", ...ADMONITION_LOOKS],
      ["role", "note"],
    ],
    p: [["className", "admonition-title"]],
    abbr: ["title"],
    "*": [
      ...(attributes["*"] ?? []).filter((name) => name !== "id" && name !== "name"),
      ["id", /^(?!film$)[\w-]+$/],
      "lang",
    ],
  },
  protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto"] },
  clobber: [],
};
