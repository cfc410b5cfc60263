import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { requestIdIn } from "./request-id.ts";

/** Of the process and not of a bundle: Next loads one module several times. */
const kept = globalThis as {
  rozruchAskedBy?: AsyncLocalStorage<string | undefined>;
  rozruchRequestNow?: () => Promise<string | null>;
};
kept.rozruchAskedBy ??= new AsyncLocalStorage();
const askedBy = kept.rozruchAskedBy;

/** Does the work of a job on behalf of the request that asked for it: all that it logs and enqueues carries the id. */
export const onBehalfOf = <Result>(requestId: string | undefined, work: () => Promise<Result>): Promise<Result> =>
  askedBy.run(requestId, work);

/** The request on whose behalf a job is being done; undefined for what nobody asked for, such as the sweep. */
export const requestBehindJob = (): string | undefined => askedBy.getStore();

/** Told by the web process how it knows which request is being answered; the worker answers none. */
export function knowRequestsBy(header: () => Promise<string | null>): void {
  kept.rozruchRequestNow = header;
}

/** The request that asks for something now, be it answered here or behind the job that is being done. */
export async function requestNow(): Promise<string | undefined> {
  const behind = requestBehindJob();
  if (behind || !kept.rozruchRequestNow) return behind;
  // Outside of a request there is no header to ask.
  return requestIdIn(await kept.rozruchRequestNow().catch(() => null)) ?? undefined;
}
