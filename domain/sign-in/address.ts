/** ASCII alone, one @, no quotes, no comments: what a roster really holds, and nothing that two parsers read differently. */
const ADDRESS = /^[a-z0-9._%+-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const LONGEST = 254;

/** The address in the form in which it is stored and compared; null when it is none. */
export function readAddress(text: string): string | null {
  const typed = text.trim();
  // Folded only after it was found to be ASCII: the Kelvin sign would become a k.
  const plausible = typed.length <= LONGEST && ADDRESS.test(typed) && !typed.includes("..");
  return plausible && !typed.startsWith(".") && !typed.includes(".@") ? typed.toLowerCase() : null;
}
