import { readFile } from "node:fs/promises";
import { text as wholeOf } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { labelled } from "./diagnosis/label.ts";
import { labelledMessagesIn, messagesIn } from "./diagnosis/lines.ts";
import { scoreOf } from "./diagnosis/score.ts";
import { diagnosisInWords } from "./diagnosis/words.ts";
import { reasonOf } from "./plain-error.ts";

const USAGE = `npm run --silent diagnose                    reads one text on standard input and says what it means
npm run --silent diagnose -- --jsonl         reads lines {"id","text"}, prints lines {"id","cause","confidence","candidates"}
npm run --silent diagnose -- --score FILE    compares with the labels of lines {"id","cause","text"}`;

/** Words go to standard output, complaints to standard error; what is good is printed although something else is bad. */
function print(lines: readonly string[], complaints: readonly string[] = []): void {
  if (lines.length > 0) process.stdout.write(`${lines.join("\n")}\n`);
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exitCode = 1;
}

function optionsIn(words: string[]) {
  try {
    const options = { jsonl: { type: "boolean", default: false }, score: { type: "string" } } as const;
    const { values } = parseArgs({ args: words, options });
    return values.jsonl && values.score !== undefined ? null : values;
  } catch {
    return null;
  }
}

async function labelLines(): Promise<void> {
  const { good, bad } = messagesIn(await wholeOf(process.stdin));
  print(
    good.map(({ id, text }) => JSON.stringify({ id, ...labelled(text) })),
    bad,
  );
}

async function score(file: string): Promise<void> {
  try {
    const { good, bad } = labelledMessagesIn(await readFile(file, "utf8"));
    print(scoreOf(good), bad);
  } catch (error) {
    print([], [`${file} cannot be read: ${reasonOf(error)}`]);
  }
}

async function explain(): Promise<void> {
  if (process.stdin.isTTY) console.error("Paste the text, then press Enter and Ctrl+D.");
  const text = await wholeOf(process.stdin);
  if (text.trim() === "") print([], [`There is no text on standard input.\n\n${USAGE}`]);
  else print(diagnosisInWords(text));
}

const wanted = optionsIn(process.argv.slice(2));
if (wanted === null) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (wanted.score !== undefined) await score(wanted.score);
else await (wanted.jsonl ? labelLines() : explain());
