import "server-only";
import { headers } from "next/headers";
import { refuseWithPrivateKeys } from "./door/private-keys.ts";
import { ownSecrets } from "./environment.ts";
import { knowRequestsBy } from "./log/asked-by.ts";
import { guardOutput } from "./log/guarded-output.ts";

/** What the web process does before it takes its first request. */
export async function startWeb(): Promise<void> {
  guardOutput(ownSecrets());
  knowRequestsBy(async () => (await headers()).get("x-request-id"));
  await refuseWithPrivateKeys();
}
