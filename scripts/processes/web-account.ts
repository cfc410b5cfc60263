import { dirname } from "node:path";
import { type Account, accountNamed, canReach, canRead } from "../database/account.ts";
import { isRoot, ROOT } from "../setting/operator.ts";

const NAME = "rozruch-web";
/** A user needs no name. Debian and systemd give nobody this number by themselves. */
const NUMBER = { uid: 60_901, gid: 60_901 };

const chosen = (): Account => accountNamed(NAME) ?? NUMBER;

/** Root lends the web process a user of its own, where that one can read all of `readable`; empty is whoever starts it. */
export function webAccount(readable: readonly string[]): Account {
  if (!isRoot()) return {};
  const account = chosen();
  const isFree = canReach(account, process.execPath) && readable.every((path) => canRead(account, path));
  return isFree ? account : {};
}

/** What stands between the web process and the keyring, in a line for whoever starts it. */
export function wallOf({ uid }: Account): string {
  if (uid !== undefined) return `Web runs as a user of its own (${uid}), who can read neither keyring nor secrets`;
  const wall = "Only Node's permission model keeps the keyring from the web process";
  if (!isRoot()) return `${wall}: it runs as the worker's user. Two users are a better wall (docs/threat-model.md)`;
  return `${wall}: it runs as root, since its own user (${chosen().uid}) cannot read ${ROOT}. Let others into that folder and ${dirname(ROOT)} (chmod o+rx)`;
}
