import "server-only";
import { database } from "../database/client.ts";
import { environment } from "../environment.ts";
import type { Person } from "../viewer.ts";
import { relyingParty } from "./relying-party.ts";

export type OwnPasskey = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
};

export const passkeysOf = ({ id: userId }: Person): Promise<OwnPasskey[]> =>
  database().passkey.findMany({
    where: { userId },
    orderBy: { createdAt: "asc" },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
  });

/** Where the portal is to be opened by another name for passkeys to work; null where it has a name already. */
export function namedAddress(): string | null {
  const { APP_ORIGIN } = environment();
  return relyingParty(APP_ORIGIN) ? null : APP_ORIGIN.replace("//127.0.0.1", "//localhost");
}
