import { openMedia } from "#server/course/media";
import { mediaResponse } from "#server/course/media-response";
import { requireViewer } from "#server/viewer";

type Context = { params: Promise<{ path: string[] }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  await requireViewer();
  const [module = "", ...path] = (await params).path;
  const media = await openMedia(module, path);
  return media ? mediaResponse(media, request) : new Response(null, { status: 404 });
}

export const HEAD = GET;
