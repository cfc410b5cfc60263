import "server-only";
import { formsOf } from "./secret-forms.ts";

/** Shorter pieces tell nothing of a key; any piece of this length is taken out. */
const PIECE = 12;
/** Longer than any key. Of a longer text the beginning is enough: what looks like a key is found without being known. */
const LONGEST = 1_024;
/** A fault is written down after the work that it ended, so what was in use is known for a moment longer. */
const LINGER_MS = 1_000;

/** Its pieces are worked out when something is written while it is in use, which is seldom. */
type Hidden = { readonly secret: string; pieces?: ReadonlySet<string> };

/** Of the process and not of a bundle: Next loads one module several times. */
const kept = globalThis as { rozruchHidden?: Set<Hidden> };
kept.rozruchHidden ??= new Set();
const hidden = kept.rozruchHidden;

/** Keeps a secret out of whatever this process writes; the returned function forgets it a moment later. */
export function hideFromOutput(secret: string): () => void {
  const own: Hidden = { secret: secret.slice(0, LONGEST) };
  hidden.add(own);
  return () => void setTimeout(() => hidden.delete(own), LINGER_MS).unref();
}

/** Keeps a secret out of the output while `work` is under way. */
export async function hidingFromOutput<Result>(secret: string, work: () => Promise<Result>): Promise<Result> {
  const release = hideFromOutput(secret);
  try {
    return await work();
  } finally {
    release();
  }
}

function piecesOf(own: Hidden): ReadonlySet<string> {
  own.pieces ??= new Set(formsOf(own.secret).flatMap(cut));
  return own.pieces;
}

const cut = (form: string): string[] =>
  Array.from({ length: Math.max(0, form.length - PIECE + 1) }, (_, start) => form.slice(start, start + PIECE));

/** A text without any piece of a secret that is in use, so that one which was cut in two is found as well. */
export function withoutSecretsInUse(text: string): string {
  const all = [...hidden].map(piecesOf);
  if (all.length === 0) return text;
  let [left, done] = ["", 0];
  for (let start = 0; start + PIECE <= text.length; start += 1) {
    const piece = text.slice(start, start + PIECE);
    if (!all.some((pieces) => pieces.has(piece))) continue;
    // A piece that begins where the last one has not yet ended, or just has, belongs to the same secret.
    if (done === 0 || start > done) left += `${text.slice(done, start)}[secret]`;
    done = start + PIECE;
  }
  return left + text.slice(done);
}
