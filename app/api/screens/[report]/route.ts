import { z } from "zod";
import { screenPictureOf } from "#server/screen/queries";
import { requireViewer } from "#server/viewer";

const ReportId = z.uuid();

/** The picture of a report, for its student and for instructors of theirs. Nothing runs in it, and no cache keeps it. */
export async function GET(_: Request, { params }: { params: Promise<{ report: string }> }): Promise<Response> {
  const looking = await requireViewer();
  const id = ReportId.safeParse((await params).report);
  const picture = id.success ? await screenPictureOf(looking, id.data) : null;
  if (!id.success || !picture) return new Response(null, { status: 404 });
  const ending = picture.mediaType.replace("image/", "");
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      "content-type": picture.mediaType,
      "content-disposition": `inline; filename="ekran-${id.data.slice(-12)}.${ending}"`,
      "cache-control": "private, no-store",
      // Its policy is the proxy's to set.
      "x-content-type-options": "nosniff",
    },
  });
}
