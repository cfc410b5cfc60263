import "server-only";
import { defaultSchema, type Schema } from "hast-util-sanitize";

const attributes = defaultSchema.attributes ?? {};
const tagNames = defaultSchema.tagNames ?? [];
const SIZE = ["width", "height"];
const NAMES: [string, RegExp] = ["className", /^[A-Za-z][\w-]*$/];

/** GitHub's list of what an author's HTML may hold, with what Material's pages and our own marks need besides. */
export const safe: Schema = {
  ...defaultSchema,
  tagNames: [
    ...tagNames,
    "abbr",
    "aside",
    "audio",
    "figcaption",
    "figure",
    "mark",
    "nav",
    "small",
    "u",
    "video",
    "center",
  ],
  attributes: {
    "*": [
      ...(attributes["*"] ?? []).filter((name) => name !== "id" && name !== "name"),
      // `film` is the player's, and an anchor never hides one of the page's own.
      ["id", /^(?!film$)[\w:.-]+$/],
      NAMES,
      "lang",
      "title",
    ],
    a: ["href"],
    audio: ["src", "controls"],
    blockquote: ["cite"],
    code: ["dataInfo"],
    details: ["open"],
    div: ["dataOpen"],
    ...Object.fromEntries(["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => [name, ["dataHeading"]])),
    img: ["src", "alt", ...SIZE],
    input: [["type", "checkbox"], ["disabled", true], "checked"],
    ol: ["start", "reversed", "type"],
    source: ["src", "type"],
    span: ["dataIcon"],
    td: ["colSpan", "rowSpan", "headers"],
    th: ["colSpan", "rowSpan", "headers", "scope"],
    video: ["src", "poster", "controls", ...SIZE],
  },
  protocols: {
    ...defaultSchema.protocols,
    href: ["http", "https", "mailto", "tel"],
    src: ["http", "https"],
    poster: ["http", "https"],
  },
  strip: ["script", "style", "template", "noscript"],
  clobber: [],
};
