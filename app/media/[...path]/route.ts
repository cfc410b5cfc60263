import { openMedia } from "#server/course/media";
import { mediaResponse } from "#server/course/media-response";
import { requirePaster, requireViewer } from "#server/viewer";

type Context = { params: Promise<{ path: string[] }> };

/** Drawings of the tools are shown to whoever may paste a message; all else is the course's. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [module = "", ...path] = (await params).path;
  if (module === "tools") await requirePaster();
  else await requireViewer();
  const media = await openMedia(module, path);
  return media ? mediaResponse(media, request) : new Response(null, { status: 404 });
}

export const HEAD = GET;
