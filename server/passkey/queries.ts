import "server-only";
import { database } from "../database/client.ts";
import { ownOrigins } from "../door/guard.ts";
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

/** Where the portal is to be opened for passkeys to work; null where `host`, by which it was opened, is a name already. */
export function namedAddress(host: string | null): string | null {
  const { APP_ORIGIN } = environment();
  const here = ownOrigins().find((origin) => new URL(origin).host === host) ?? APP_ORIGIN;
  return relyingParty(here) ? null : APP_ORIGIN.replace("//127.0.0.1", "//localhost");
}
