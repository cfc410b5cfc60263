import { z } from "zod";

const Message = z.object({ id: z.string(), text: z.string() });
const LabelledMessage = Message.extend({ cause: z.string() });

export type Message = z.infer<typeof Message>;
export type LabelledMessage = z.infer<typeof LabelledMessage>;

/** What the lines hold, and in plain words what is wrong with those that hold something else. */
export type Lines<Line> = { readonly good: readonly Line[]; readonly bad: readonly string[] };

export const messagesIn = (text: string): Lines<Message> => linesOf(text, Message, '{"id": "…", "text": "…"}');

export const labelledMessagesIn = (text: string): Lines<LabelledMessage> =>
  linesOf(text, LabelledMessage, '{"id": "…", "cause": "…", "text": "…"}');

function linesOf<Line>(text: string, shape: z.ZodType<Line>, wanted: string): Lines<Line> {
  const good: Line[] = [];
  const bad: string[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    if (line.trim() === "") continue;
    const parsed = shape.safeParse(jsonIn(line));
    if (parsed.success) good.push(parsed.data);
    else bad.push(`Line ${index + 1} is left out: it is not JSON of the form ${wanted}.`);
  }
  return { good, bad };
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
