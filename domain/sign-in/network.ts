/** So much of an IPv6 address names a network: whoever has one network has all of its addresses. */
const GROUPS = 4;

/** The network that an IP address belongs to, to count by: an IPv4 address itself, the first 64 bits of an IPv6 one. */
export function networkOf(ip: string): string {
  const plain = ip.toLowerCase().replace(/^\[|\].*$|%.*$/g, "");
  const mapped = /^(?:0*:)*:?ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped) return mapped;
  return plain.includes(":") ? `${groupsOf(plain).slice(0, GROUPS).join(":")}::/64` : plain;
}

/** All eight groups, without leading zeros. */
function groupsOf(ip: string): readonly string[] {
  const [front = "", back] = ip.split("::");
  const split = (part: string) => (part === "" ? [] : part.split(":").map((group) => group.replace(/^0+(?=.)/, "")));
  const [before, after] = [split(front), split(back ?? "")];
  const missing = back === undefined ? 0 : Math.max(0, 2 * GROUPS - before.length - after.length);
  return [...before, ...Array.from({ length: missing }, () => "0"), ...after];
}
