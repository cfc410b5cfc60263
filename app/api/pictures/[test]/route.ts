import { z } from "zod";
import { pictureOf } from "#server/access-test/queries";
import { requireStudent } from "#server/viewer";

const TestId = z.uuid();

/** The picture that a student's own test made. */
export async function GET(_: Request, { params }: { params: Promise<{ test: string }> }): Promise<Response> {
  const student = await requireStudent();
  const id = TestId.safeParse((await params).test);
  const picture = id.success ? await pictureOf(student, id.data) : null;
  if (!picture) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      "content-type": picture.mediaType,
      "cache-control": "private, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'",
      "x-content-type-options": "nosniff",
    },
  });
}
