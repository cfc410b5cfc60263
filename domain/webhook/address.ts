export type AddressFault = "no_address" | "not_https" | "with_password" | "own_machine";

const LONGEST = 1_000;
const LOOPBACK = /^(?:127(?:\.\d+){3}|\[::1\]|localhost|.+\.localhost)$/;

/**
 * What is wrong with the address of an endpoint; null where nothing is to be seen. Where a name leads is looked at again
 * for each connection; this only spares somebody the wait. `loopback` allows plain HTTP to this machine.
 */
export function addressFault(text: string, { loopback }: { readonly loopback: boolean }): AddressFault | null {
  const url = URL.parse(text);
  if (!url || text.length > LONGEST || !/^https?:$/.test(url.protocol)) return "no_address";
  if (url.username || url.password) return "with_password";
  const isHere = LOOPBACK.test(url.hostname);
  if (isHere && !loopback) return "own_machine";
  return url.protocol === "https:" || isHere ? null : "not_https";
}

/** The path may be as good as a password, so it is shown to the owner alone, and nowhere written down. */
export const hostOf = (url: string): string => URL.parse(url)?.host ?? "";
