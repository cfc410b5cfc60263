import { changesFor } from "#server/live/queries";
import { viewer } from "#server/viewer";

export const dynamic = "force-dynamic";

/** Says `change` whenever something of the viewer's has changed, and nothing of what it was. */
export async function GET(request: Request): Promise<Response> {
  const looking = await viewer();
  // 204 tells an EventSource to stay away; a redirect to the sign-in page would make it try for ever.
  if (!looking) return new Response(null, { status: 204 });
  return new Response(changesFor(looking, request.signal), {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
