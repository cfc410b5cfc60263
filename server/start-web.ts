import "server-only";
import { refuseWithPrivateKeys } from "./door/private-keys.ts";
import { ownSecrets } from "./environment.ts";
import { guardOutput } from "./log/guarded-output.ts";

/** What the web process does before it takes its first request. */
export async function startWeb(): Promise<void> {
  guardOutput(ownSecrets());
  await refuseWithPrivateKeys();
}
