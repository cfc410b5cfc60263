import type { ProviderId } from "#domain/check/provider";
import { readKey } from "#domain/credential/key-reading";
import type { KeyRefusal } from "#domain/credential/key-shape";
import { storeKey } from "#server/credential/commands";
import { acceptedProviders, storedKeyOf } from "#server/credential/queries";
import { hasOwnToken } from "#server/door/form-token";
import { ipOf, isFromHere, readForm, seeOther } from "#server/door/guard";
import { staleForm } from "#server/door/stale-form";
import { tooMany } from "#server/door/too-many";
import { hidingFromOutput } from "#server/log/secrets-in-use";
import { requireRecentSignIn, requireStudent, type Student } from "#server/viewer";

/** Takes a key in. Whatever the answer, nothing of what was pasted comes back, and until it is given nothing of it is logged. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  const student = await requireStudent();
  const form = await readForm(request);
  if (!form) return seeOther("/key?refusal=too_long");
  return hidingFromOutput(form.get("credential") ?? "", () => takeIn(student, form, request));
}

async function takeIn(student: Student, form: URLSearchParams, request: Request): Promise<Response> {
  if (!(await hasOwnToken(form))) return staleForm("/key");
  const provider = acceptedProviders().find((known) => known === (form.get("provider") ?? "openai"));
  if (!provider) return seeOther("/key?refusal=other");
  // A first key takes nobody's place; what would replace one wants a recent sign-in.
  if (await storedKeyOf(student, provider)) await requireRecentSignIn("/key");
  const reading = readKey(form.get("credential") ?? "", provider);
  if (!reading.ok) return seeOther(refusalPath(provider, reading.refusal));
  if (reading.confirm && form.get("confirmed") !== "yes") return seeOther("/key?refusal=confirm");
  const stored = await storeKey(student, { ...reading, provider }, ipOf(request.headers));
  return stored.ok ? seeOther("/test") : tooMany(request, stored.retryAfterSeconds ?? 60, "/key");
}

function refusalPath(field: ProviderId, refusal: KeyRefusal): string {
  const { code, ...detail } = refusal;
  return `/key?${new URLSearchParams({ refusal: code, ...detail, ...(field !== "openai" && { field }) })}`;
}
