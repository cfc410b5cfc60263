import type { Instrumentation } from "next";

/** Run once, before the first request is taken. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startWeb } = await import("#server/start-web");
  await startWeb();
}

/** Whatever a page, an action or a route has thrown. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, place) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logFailedRequest } = await import("#server/log/failed-request");
  logFailedRequest(error, request, place);
};
