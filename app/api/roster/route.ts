import { z } from "zod";
import { refused } from "#domain/outcome";
import { isFromHere, seeOther } from "#server/door/guard";
import { readUpload } from "#server/door/upload";
import { takeRosterIn } from "#server/roster/commands";
import { LARGEST_FILE_BYTES } from "#server/roster/queries";
import { requireManager } from "#server/viewer";

const BOUNDS = { file: "file", largestBytes: LARGEST_FILE_BYTES + 64 * 1024 };
const CohortForm = z.object({ cohort: z.uuid() });
const NOT_THERE = 404;

/** Takes a list of people in, to be looked at before anything is written. Whatever the file is, a page says what came of it. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  const manager = await requireManager();
  const upload = await readUpload(request, BOUNDS);
  const form = CohortForm.safeParse({ cohort: upload?.fields.get("cohort") });
  if (!upload || !form.success) return new Response(null, { status: NOT_THERE });
  const page = `/desk/cohorts/${form.data.cohort}/import`;
  const file = upload.fields.get(BOUNDS.file);
  if (!upload.isCut && !(file instanceof File && file.name !== "")) return seeOther(`${page}?said=no_file`);
  const taken = file instanceof File ? await take(file) : refused("file_large" as const);
  if (taken.ok) return seeOther(`${page}/${taken.value.importId}`);
  return taken.refusal === "not_found"
    ? new Response(null, { status: NOT_THERE })
    : seeOther(`${page}?said=${taken.refusal}`);

  async function take(chosen: File) {
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    return takeRosterIn(manager, { cohortId: form.data?.cohort ?? "", name: chosen.name, bytes }, new Date());
  }
}
