import "server-only";
import { countUse, countUses, type Limited } from "../limit/limit.ts";

/** Who asks for a mail: from where, and whether they have shown that the address is theirs, by a session or an earlier one. */
export type Asker = { readonly ip: string; readonly isKnown: boolean };

/**
 * Counts a wish for a sign-in mail. What strangers ask for counts by address and network together, and never against
 * whoever has shown that the address is theirs: typing somebody's address shuts nobody out.
 */
export const countAsking = (address: string, { ip, isKnown }: Asker): Promise<Limited> =>
  isKnown
    ? countUses(["sign-in by owner", address], ["sign-in by owner in a day", address])
    : countUses(["sign-in by address and ip", `${address} ${ip}`], ["sign-in by ip", ip]);

/**
 * Whether a mail follows a wish that was counted. Strangers together have so many for one address; beyond those they get
 * the same answer and nobody gets a mail, so that the answer tells nothing of an address.
 */
export const isMailed = async (address: string, { isKnown }: Asker): Promise<boolean> =>
  isKnown || (await countUse("sign-in mail by strangers", address)).allowed;
