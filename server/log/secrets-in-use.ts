import "server-only";
import { formsOf } from "./secret-forms.ts";

/** Shorter pieces tell nothing of a key; any piece of this length is taken out. */
const PIECE = 12;
/** A fault is written down after the work that it ended, so what was in use is known for a moment longer. */
const LINGER_MS = 1_000;

/** How often each piece is in use. Of the process and not of a bundle: Next loads one module several times. */
const kept = globalThis as { rozruchSecretPieces?: Map<string, number> };
kept.rozruchSecretPieces ??= new Map();
const pieces = kept.rozruchSecretPieces;

/** Keeps a secret out of whatever this process writes; the returned function forgets it a moment later. */
export function hideFromOutput(secret: string): () => void {
  const own = piecesOf(secret);
  for (const piece of own) pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
  let isHidden = true;
  return () => {
    if (!isHidden) return;
    isHidden = false;
    setTimeout(() => forget(own), LINGER_MS).unref();
  };
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

function piecesOf(secret: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const form of formsOf(secret)) {
    for (let start = 0; start + PIECE <= form.length; start += 1) found.add(form.slice(start, start + PIECE));
  }
  return found;
}

function forget(own: ReadonlySet<string>): void {
  for (const piece of own) {
    const left = (pieces.get(piece) ?? 0) - 1;
    if (left > 0) pieces.set(piece, left);
    else pieces.delete(piece);
  }
}

/** A text without any piece of a secret that is in use, so that one which was cut in two is found as well. */
export function withoutSecretsInUse(text: string): string {
  if (pieces.size === 0) return text;
  let [left, done, hiddenUntil] = ["", 0, 0];
  for (let start = 0; start + PIECE <= text.length; start += 1) {
    if (!pieces.has(text.slice(start, start + PIECE))) continue;
    if (start > hiddenUntil || hiddenUntil === 0) left += `${text.slice(done, start)}[secret]`;
    hiddenUntil = start + PIECE;
    done = hiddenUntil;
  }
  return left + text.slice(done);
}
