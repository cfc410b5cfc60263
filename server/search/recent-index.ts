import "server-only";
import type { Locale } from "#domain/course/course";
import { materialIn, partsOf } from "./material.ts";
import { indexOf, type SearchIndex } from "./search-index.ts";

/** For so long nobody looks whether a file has changed: whoever types asks several times in a second. */
const FRESH_MS = 2_000;
/** For so long the question that comes after that does not wait for the look which it causes. */
const USABLE_MS = 60_000;

type Held = { readonly parts: readonly unknown[]; readonly index: SearchIndex; readonly lookedAt: number };

const held = new Map<string, Held>();
const looks = new Map<string, Promise<SearchIndex>>();

/** The index of the course. It is made anew only when what was read of some file is another; a saved page is found soon after. */
export async function recentIndex(directory: string, locale: Locale): Promise<SearchIndex> {
  const known = held.get(`${locale} ${directory}`);
  const age = known ? performance.now() - known.lookedAt : Number.POSITIVE_INFINITY;
  if (known && age < FRESH_MS) return known.index;
  const look = looked(directory, locale);
  if (!known || age > USABLE_MS) return look;
  // Whoever asks when it is too old to be used hears of it.
  look.catch(() => null);
  return known.index;
}

/** One look at a time. */
function looked(directory: string, locale: Locale): Promise<SearchIndex> {
  const key = `${locale} ${directory}`;
  const look = looks.get(key) ?? lookAgain(directory, locale, key).finally(() => looks.delete(key));
  looks.set(key, look);
  return look;
}

async function lookAgain(directory: string, locale: Locale, key: string): Promise<SearchIndex> {
  const lookedAt = performance.now();
  const material = await materialIn(directory, locale);
  const parts = partsOf(material);
  const known = held.get(key);
  const index = known && areSame(known.parts, parts) ? known.index : indexOf(material, locale);
  held.set(key, { parts, index, lookedAt });
  return index;
}

const areSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((part, place) => part === others[place]);
