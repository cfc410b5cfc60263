import "server-only";
import { log } from "./log.ts";
import { requestIdIn } from "./request-id.ts";

type Failed = {
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly method: string;
};
type Place = { readonly routePath: string; readonly routeType: string };

/** What Next could not answer: by the code that the error page shows, without a word of the error and of the address. */
export function logFailedRequest(error: unknown, { headers, method }: Failed, { routePath, routeType }: Place): void {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  log.fault("request.failed", error, {
    requestId: requestIdIn(headers["x-request-id"]),
    digest,
    method,
    route: routePath,
    part: routeType,
  });
}
