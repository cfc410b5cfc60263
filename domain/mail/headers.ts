/** Header fields of a message or of a part of one, with long lines joined, by their names in lower case; and what follows. */
export type Entity = { readonly fields: ReadonlyMap<string, readonly string[]>; readonly body: string };

const MOST_FIELDS = 500;
const FIELD = /^([!-9;-~]{1,76}):[ \t]*(.*)$/;

/** Null for what no mail program would take for fields. Lines end with a line feed alone. */
export function fieldsIn(text: string): ReadonlyMap<string, readonly string[]> | null {
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    const isMore = /^[ \t]/.test(line);
    if (isMore && lines.length === 0) return null;
    if (isMore) lines[lines.length - 1] += ` ${line.trim()}`;
    else if (line !== "") lines.push(line);
  }
  if (lines.length > MOST_FIELDS) return null;
  const fields = new Map<string, string[]>();
  for (const line of lines) {
    const [, name, value = ""] = FIELD.exec(line) ?? [];
    if (!name) return null;
    const key = name.toLowerCase();
    fields.set(key, [...(fields.get(key) ?? []), value.trim()]);
  }
  return fields;
}

/** Null for what does not begin with fields. */
export function entityIn(text: string): Entity | null {
  const at = text.startsWith("\n") ? 0 : text.indexOf("\n\n");
  const [head, body] = at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at === 0 ? 1 : at + 2)];
  const fields = fieldsIn(head);
  return fields && { fields, body };
}

export const field = ({ fields }: Pick<Entity, "fields">, name: string): string => fields.get(name)?.[0] ?? "";

/** `multipart/report` of `multipart/report; boundary=x`. */
export const mediaTypeOf = (entity: Entity): string =>
  (field(entity, "content-type").split(";")[0] ?? "").trim().toLowerCase();

/** A parameter of the content type, with or without quotes; empty where there is none. */
export function parameterOf(entity: Entity, name: string): string {
  const pattern = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`, "i");
  const [, quoted, plain] = pattern.exec(field(entity, "content-type")) ?? [];
  return quoted ?? plain ?? "";
}

/** What stands between the lines of a boundary; null where the end is missing or there are absurdly many. */
export function partsOf(body: string, boundary: string, most: number): readonly string[] | null {
  const parts: string[][] = [];
  for (const line of body.split("\n")) {
    const mark = line.trimEnd();
    if (mark === `--${boundary}--`) return parts.map((lines) => lines.join("\n"));
    if (mark === `--${boundary}`) {
      if (parts.length === most) return null;
      parts.push([]);
    } else parts.at(-1)?.push(line);
  }
  return null;
}
