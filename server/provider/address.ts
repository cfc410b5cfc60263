import "server-only";
import { type LookupOptions, lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** The name leads to a machine of our own network, or to none that the internet knows: the key does not go there. */
export class PrivateAddressError extends Error {
  readonly code = "EPRIVATE";
}

/** Only an address of the public internet; a provider that is simulated on this machine is reached on loopback alone. */
export type Reach = "internet" | "loopback";

const RANGE: Readonly<Record<Reach, string>> = { internet: "unicast", loopback: "loopback" };

/** IPv4 in IPv6's clothes counts as what it is; translated and tunnelled addresses are no unicast of ipaddr's. */
export const isWithin = (reach: Reach, address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === RANGE[reach];

type Resolve = (
  hostname: string,
  options: LookupOptions,
  callback: (error: NodeJS.ErrnoException | null, found: string | { address: string }[], family?: number) => void,
) => void;

/**
 * Looks a name up for one connection and gives the very addresses that it goes to: a name that changes its mind between
 * the look and the call gains nothing. One address out of reach refuses the whole name.
 */
export function lookupWithin(reach: Reach, resolve: Resolve = lookup as Resolve): LookupFunction {
  return (hostname, options, callback) =>
    resolve(hostname, options, (error, found, family) => {
      if (error) return callback(error, "", 0);
      const addresses = typeof found === "string" ? [found] : found.map(({ address }) => address);
      const isFine = addresses.length > 0 && addresses.every((address) => isWithin(reach, address));
      if (!isFine) return callback(new PrivateAddressError(), "", 0);
      callback(null, found as Parameters<typeof callback>[1], family);
    });
}
