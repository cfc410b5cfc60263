import { pictureFile } from "#server/ocr/queries";

type Context = { params: Promise<{ release: string; file: string }> };

/** For its own code a worker obeys the policy that it came with: no page needs to allow WebAssembly. */
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** Open to strangers: public packages as they are, and nothing of ours. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { release, file } = await params;
  const found = await pictureFile(release, file);
  if (!found) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(found.stream(), {
    headers: {
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": WORKER_POLICY,
      "cross-origin-resource-policy": "same-origin",
      "content-type": found.type,
      "x-content-type-options": "nosniff",
    },
  });
}
