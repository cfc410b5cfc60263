import { echoesIn } from "../diagnosis/echo.ts";
import { redactKeys } from "./key-like.ts";
import { PERSONAL, redactCards } from "./personal.ts";
import { SECRETS } from "./secrets.ts";

const MOST_PASSES = 4;

/**
 * A text without what looks like a secret or like somebody's: keys, tokens, passwords, cookies, addresses, numbers. What a
 * provider says of a key stays readable: whose it is, never a part of it. Doing it twice changes nothing.
 */
export function redact(text: string): string {
  let left = text;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = redactOnce(left);
    if (next === left) return left;
    left = next;
  }
  return left;
}

/** What stood apart may stand together once a secret between is gone: then it is looked through again. */
function redactOnce(text: string): string {
  const shown = redactKeys(redactEchoes(text));
  const hidden = SECRETS.reduce((left, { of, by }) => left.replace(of, by as string), shown);
  return redactCards(PERSONAL.reduce((left, { of, by }) => left.replace(of, by as string), hidden));
}

/** OpenAI repeats a key that it refused, with its middle masked. */
function redactEchoes(text: string): string {
  let kept = "";
  let done = 0;
  for (const { start, end, prefix } of echoesIn(text)) {
    if (start < done) continue;
    kept += `${text.slice(done, start)}${prefix === "[words]" ? prefix : `${prefix}****`}`;
    done = end;
  }
  return kept + text.slice(done);
}
