import "server-only";
import { database } from "../database/client.ts";

/** A link or a code that was used has arrived: the address takes mail, whatever came back before. */
export async function addressTakesMail(email: string): Promise<void> {
  await database().user.updateMany({
    where: { email, mailRefusedAt: { not: null } },
    data: { mailRefusedAt: null, mailRefusedStatus: null },
  });
}
