import { type Config, namedIn, recordOf, textOf } from "./config.ts";
import { type Remark, remark } from "./remark.ts";

/** Plugins that the portal has in its own way, or that a portal has no use for. */
const PLUGINS = new Set("search tags offline minify privacy optimize info meta group glightbox".split(" "));

/** Extensions whose syntax pages of the course have. */
const EXTENSIONS = new Set(
  [
    "abbr admonition attr_list codehilite def_list extra fenced_code footnotes md_in_html meta sane_lists tables toc",
    "betterem blocks.admonition blocks.details blocks.tab caret details emoji extra highlight inlinehilite keys",
    "magiclink mark saneheaders snippets superfences tabbed tasklist tilde",
  ]
    .join(" ")
    .split(" "),
);

const bare = (name: string): string => name.replace(/^(?:markdown\.extensions|pymdownx|material)[./]/, "");

export const hasMacros = (config: Config): boolean =>
  namedIn(config, "plugins").some(({ name }) => /macros/.test(name));

/** What mkdocs.yml asks for and the portal has not. */
export function unknownFeatures(config: Config): Remark[] {
  const { file, settings, lineOf } = config;
  const plugins = namedIn(config, "plugins").filter(({ name }) => !PLUGINS.has(bare(name)));
  const extensions = namedIn(config, "markdown_extensions").filter(({ name }) => !EXTENSIONS.has(bare(name)));
  const own = recordOf(settings.theme).custom_dir;
  return [
    ...plugins.map(({ name, line }) =>
      remark(file, line, `the plugin ${name} is not there: what it makes is not brought`),
    ),
    ...extensions.map(({ name, line }) =>
      remark(file, line, `the extension ${name} is not there: what it marks stays as it is written`),
    ),
    ...listed(config, "hooks", "is a program of the site's own and is not run"),
    ...listed(config, "extra_css", "is not used: the portal dresses its pages itself"),
    ...listed(config, "extra_javascript", "is not used: pages of the course run no scripts of their own"),
    ...(textOf(own) ? [remark(file, lineOf(["theme", "custom_dir"]), `the templates of ${own} are not used`)] : []),
  ];
}

function listed({ file, settings, lineOf }: Config, key: string, words: string): Remark[] {
  const list = settings[key];
  if (!Array.isArray(list)) return [];
  return list.map((item, index) => {
    const name = textOf(item) ?? textOf(recordOf(item).path) ?? "an entry";
    return remark(file, lineOf([key, index]), `${name} ${words}`);
  });
}
