import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { MOST_BYTES } from "#server/course/page-text";
import { type Config, namedIn } from "./config.ts";
import { inside } from "./inside.ts";
import { type Remark, remark } from "./remark.ts";

/** A line of a page with the place where it was written. */
export type Line = { readonly text: string; readonly file: string; readonly line: number };

const SINGLE = /^([ \t]*)(;*)(-+8<-+[ \t]+(?:"([^"\n]+)"|'([^'\n]+)'))[ \t]*\r?$/;
const BLOCK = /^([ \t]*)(;*)(-+8<-+)[ \t]*\r?$/;
const SECTION = /-+8<-+[ \t]+\[[ \t]*(start|end)[ \t]*:[ \t]*([\w-]+)[ \t]*\]/;
const MOST_DEEP = 8;

/** Puts the files that `--8<--` names in its place, as pymdownx.snippets does. What cannot be found stays as it is written. */
export class Snippets {
  readonly remarks: Remark[] = [];
  readonly #root: string;
  readonly #bases: readonly string[];
  readonly #appended: readonly string[];
  readonly #isOn: boolean;
  #bytes = 0;

  constructor(root: string, config: Config) {
    const own = namedIn(config, "markdown_extensions").find(({ name }) => /^(?:pymdownx\.)?snippets$/.test(name));
    this.#root = root;
    this.#isOn = own !== undefined;
    this.#bases = [...listOf(own?.settings.base_path, ["."]), config.docs];
    this.#appended = listOf(own?.settings.auto_append, []);
  }

  async inlined(file: string, text: string): Promise<Line[]> {
    const lines = text.split("\n").map((line, index): Line => ({ text: line, file, line: index + 1 }));
    if (!this.#isOn) return lines;
    this.#bytes = Buffer.byteLength(text);
    const own = await this.#expand(lines, 0);
    const end: Line = { text: "", file, line: lines.length };
    for (const name of this.#appended) {
      const more = await this.#included(name, end, 0);
      if (more) own.push(end, ...more, end);
    }
    return own;
  }

  async #expand(lines: readonly Line[], depth: number): Promise<Line[]> {
    const out: Line[] = [];
    let isBlock = false;
    for (const line of lines) {
      const found = (isBlock ? null : SINGLE.exec(line.text)) ?? BLOCK.exec(line.text);
      const [, space = /^[ \t]*/.exec(line.text)?.[0] ?? "", escaped = "", mark = "", double, single] = found ?? [];
      const name = double ?? single ?? (isBlock && !found ? line.text.trim() : undefined);
      if (found && escaped !== "")
        out.push({ ...line, text: line.text.replace(escaped + mark, escaped.slice(1) + mark) });
      else if (found && name === undefined) isBlock = !isBlock;
      else if (name === undefined) out.push(line);
      else if (name !== "" && !name.startsWith(";")) out.push(...(await this.#indented(name, line, space, depth)));
    }
    return out;
  }

  async #indented(name: string, line: Line, space: string, depth: number): Promise<Line[]> {
    const included = await this.#included(name, line, depth);
    if (!included) return [line];
    return included.map((one) => (one.text.trim() === "" ? one : { ...one, text: space + one.text }));
  }

  async #included(name: string, from: Line, depth: number): Promise<Line[] | null> {
    const tell = (message: string) => {
      this.remarks.push(remark(from.file, from.line, message));
      return null;
    };
    if (/^https?:/i.test(name)) return tell(`the snippet ${name} is on another site and is not fetched`);
    const [, path = name, part = ""] = /^(.*?)((?::[\w-]*){0,2}|:\d*:\d*(?:,\d*:\d*)*)$/.exec(name) ?? [];
    const place = await this.#placeOf(path);
    if (place === null) return tell(`the snippet ${path} is not a file of this folder`);
    if (depth >= MOST_DEEP) return tell(`the snippet ${path} is the ${MOST_DEEP}th within others and is left out`);
    const text = await readFile(place, "utf8").catch(() => null);
    if (text === null) return tell(`the snippet ${path} cannot be read`);
    this.#bytes += Buffer.byteLength(text);
    if (this.#bytes > MOST_BYTES) return tell(`with the snippet ${path} the page would be too long`);
    const file = place.slice(this.#root.length + 1);
    const lines = text
      .replace(/\n$/, "")
      .split("\n")
      .map((line, index): Line => ({ text: line, file, line: index + 1 }));
    const chosen = partOf(lines, part.slice(1));
    if (chosen === null) return tell(`the snippet ${path} has no section ${part.slice(1)}`);
    return this.#expand(
      chosen.filter((line) => !SECTION.test(line.text)),
      depth + 1,
    );
  }

  /** A base is a folder, or one file that is known by its name. */
  async #placeOf(path: string): Promise<string | null> {
    for (const base of this.#bases) {
      const place = await inside(this.#root, basename(base) === path ? base : `${base}/${path}`);
      if (place !== null) return place;
    }
    return null;
  }
}

const listOf = (value: unknown, otherwise: readonly string[]): readonly string[] => {
  const list =
    typeof value === "string" ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  return list.length > 0 ? list : otherwise;
};

/** `name` of a section, `3` for what follows that line, `3:5` and `1:2,5:6` for lines; all of it for nothing. */
function partOf(lines: readonly Line[], part: string): readonly Line[] | null {
  if (part === "") return lines;
  if (/^[\d:,]+$/.test(part)) {
    return part.split(",").flatMap((range) => {
      const [from = "", to = ""] = range.split(":");
      return lines.slice(Math.max(0, Number(from || 1) - 1), to === "" ? undefined : Number(to));
    });
  }
  const isMark = (kind: string) => (line: Line) => {
    const [, found, name] = SECTION.exec(line.text) ?? [];
    return found === kind && name === part;
  };
  const start = lines.findIndex(isMark("start"));
  const end = lines.findIndex(isMark("end"));
  return start < 0 ? null : lines.slice(start + 1, end < 0 ? undefined : end);
}
