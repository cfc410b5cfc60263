import { DEEDS_DONE, type Did } from "#components/desk/did-notice";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What the address says was done; null where it says nothing of the kind. */
export function didIn(query: Query): Did | null {
  const did = DEEDS_DONE.find((deed) => deed === query.did);
  if (!did) return null;
  const count = (name: string, most = 10_000) => {
    const word = query[name];
    return typeof word === "string" && /^\d{1,15}$/.test(word) ? Math.min(Number(word), most) : 0;
  };
  return { did, count: count("n"), gone: count("gone"), others: count("others"), at: count("at", 8.64e15) };
}
