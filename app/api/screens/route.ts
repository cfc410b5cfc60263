import { z } from "zod";
import { refused } from "#domain/outcome";
import { withoutSecrets } from "#domain/paste/without-secrets";
import { LARGEST_PICTURE_BYTES } from "#domain/picture/picture";
import { LONGEST_WORDS, type Place, type Reported } from "#domain/screen/screen-report";
import { againAt, whenAgain } from "#server/door/come-back";
import { forgottenDraft, keptDraft } from "#server/door/draft";
import { isFromHere, seeOther } from "#server/door/guard";
import { readUpload } from "#server/door/upload";
import { reportScreen } from "#server/screen/commands";
import { requireStudent } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";

/** The picture and what stands around it in a form. */
const BOUNDS = { file: "picture", largestBytes: LARGEST_PICTURE_BYTES + 64 * 1024 };
const Name = z.string().min(1).max(200);
const PlaceForm = z.object({ module: Name, lesson: Name, anchor: Name });
/** More than may be sent, and little enough to be looked through uncounted. */
const MOST_KEPT = 2 * LONGEST_WORDS;
const NOT_THERE = 404;

/** Takes a report in that a screen looks different: from the page's script, which wants an answer, or from a plain form. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  const student = await requireStudent();
  const upload = await readUpload(request, BOUNDS);
  const place = PlaceForm.safeParse(Object.fromEntries(upload?.fields ?? []));
  if (!upload || !place.success) return new Response(null, { status: NOT_THERE });
  const text = String(upload.fields.get("text") ?? "");
  const reported = upload.isCut
    ? refused("too_large" as const)
    : await reportScreen(student, await currentLocale(), { ...place.data, text, file: await fileIn(upload.fields) });
  const isScript = request.headers.get("accept") === "application/json";
  return isScript ? answerOf(reported) : pageAfter(reported, place.data, text);
}

/** Null where none was chosen: a browser then sends one without name and bytes. */
async function fileIn(fields: FormData): Promise<Uint8Array | null> {
  const file = fields.get(BOUNDS.file);
  return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
}

async function answerOf(reported: Reported): Promise<Response> {
  const said = reported.ok ? "sent" : reported.refusal;
  const when = reported.ok ? "" : await whenAgain(reported);
  return Response.json({ said, when }, { headers: { "cache-control": "no-store" } });
}

/** Back to the very section. What was typed and refused goes along in a cookie, and never in the address. */
function pageAfter(reported: Reported, { module, lesson, anchor }: Place, text: string): Response {
  if (!reported.ok && reported.refusal === "not_found") return new Response(null, { status: NOT_THERE });
  const path = `/lessons/${encodeURIComponent(module)}/${encodeURIComponent(lesson)}`;
  const query = new URLSearchParams({ screen: anchor, said: reported.ok ? "sent" : reported.refusal });
  const again = reported.ok ? "" : againAt(reported);
  const cookie = reported.ok ? forgottenDraft(path) : keptDraft(path, withoutSecrets(text.slice(0, MOST_KEPT)));
  return seeOther(`${path}?${query}${again}#screen-${encodeURIComponent(anchor)}`, [cookie]);
}
