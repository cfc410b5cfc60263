import { cookies } from "next/headers";
import { changesFor } from "#server/live/queries";
import { isSessionLive } from "#server/session/queries";
import { sessionCookie } from "#server/sign-in/next-auth";
import { viewer } from "#server/viewer";

export const dynamic = "force-dynamic";

/** Says `change` whenever something of the viewer's has changed, and nothing of what it was. */
export async function GET(request: Request): Promise<Response> {
  const looking = await viewer();
  // 204 tells an EventSource to stay away; a redirect to the sign-in page would make it try for ever.
  if (!looking) return new Response(null, { status: 204 });
  const token = (await cookies()).get(sessionCookie())?.value ?? "";
  const changes = changesFor(looking, { gone: request.signal, isLive: () => isSessionLive(token, new Date()) });
  // An EventSource does not come back after this; its page is as good as its last load.
  if (!changes) return new Response(null, { status: 429 });
  return new Response(changes, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
