import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import { join } from "node:path";
import { PlainError } from "../plain-error.ts";
import { type Account, canReach } from "./account.ts";
import { openPrivateRoot } from "./private-root.ts";

/**
 * The folder of one cluster, private to the database's user. Where that user cannot enter `dataDir`, it is a link to a
 * folder elsewhere, so that the data stay across starts and deleting `dataDir` still starts afresh.
 */
export function openPlace(dataDir: string, account: Account): string {
  const place = join(dataDir, "postgres");
  if (!isLink(place) && canReach(account, dataDir)) return own(place, account);
  if (existsSync(place) && !isLink(place)) {
    throw new PlainError(
      `PostgreSQL's user can no longer enter ${dataDir}, where its data are: ${place}. Let others enter that folder and its parents again (chmod o+x), or move the data away.`,
    );
  }
  if (!isLink(place)) symlinkSync(join(openPrivateRoot(), randomBytes(8).toString("hex")), place);
  return own(readlinkSync(place), account);
}

/** The folder and, when it is a link, what it leads to. The cluster must not be running. */
export function removePlace(dataDir: string): void {
  const place = join(dataDir, "postgres");
  if (!isLink(place)) {
    rmSync(place, { recursive: true, force: true });
    return;
  }
  rmSync(readlinkSync(place), { recursive: true, force: true });
  unlinkSync(place);
}

function own(folder: string, { uid, gid }: Account): string {
  mkdirSync(folder, { recursive: true });
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  chmodSync(folder, 0o700);
  return folder;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
