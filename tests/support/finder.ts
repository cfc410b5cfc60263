const BITS = 20;
const slotOf = (start: number): number => Math.imul(start, 0x9e3779b1) >>> (32 - BITS);

/** Looks for many texts at once, in one pass over the bytes. Each is at least four bytes long. */
export function finderOf(texts: Iterable<string>): (bytes: Uint8Array) => string[] {
  const byStart = new Map<number, Buffer[]>();
  const hasSome = new Uint8Array(1 << BITS);
  for (const text of new Set(texts)) {
    const needle = Buffer.from(text);
    const start = needle.readInt32BE();
    byStart
      .set(start, byStart.get(start) ?? [])
      .get(start)
      ?.push(needle);
    hasSome[slotOf(start)] = 1;
  }
  return (bytes) => {
    const found = new Set<string>();
    let start = 0;
    for (let end = 0; end < bytes.length; end++) {
      start = (start << 8) | (bytes[end] ?? 0);
      if (end < 3 || hasSome[slotOf(start)] === 0) continue;
      for (const needle of byStart.get(start) ?? [])
        if (needle.equals(bytes.subarray(end - 3, end - 3 + needle.length))) found.add(needle.toString());
    }
    return [...found];
  };
}
