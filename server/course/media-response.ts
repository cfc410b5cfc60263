import "server-only";
import { type Media, rangeOf } from "./media.ts";

const AN_HOUR = "private, max-age=3600";
/** An SVG that somebody opens by itself runs nothing and loads nothing. */
const SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The answer to a GET or HEAD of a file: whole, one range of it (206), unchanged (304), or out of its reach (416). */
export function mediaResponse(media: Media, request: Request): Response {
  const headers = headersOf(media);
  const hasBody = request.method !== "HEAD";
  if (isUnchanged(media, request)) return new Response(null, { status: 304, headers });
  const range = rangeOf(request.headers.get("range"), media.size);
  if (range === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${media.size}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set("Content-Length", String(range ? range.end - range.start + 1 : media.size));
  if (range) headers.set("Content-Range", `bytes ${range.start}-${range.end}/${media.size}`);
  return new Response(hasBody ? media.stream(range ?? undefined) : null, { status: range ? 206 : 200, headers });
}

function headersOf({ type, mtime }: Media): Headers {
  const headers = new Headers({
    "Content-Type": type,
    "Cache-Control": AN_HOUR,
    "Last-Modified": mtime.toUTCString(),
    "Accept-Ranges": "bytes",
    "X-Content-Type-Options": "nosniff",
  });
  if (type === "image/svg+xml") headers.set("Content-Security-Policy", SVG_POLICY);
  return headers;
}

function isUnchanged({ mtime }: Media, request: Request): boolean {
  const since = Date.parse(request.headers.get("if-modified-since") ?? "");
  return Math.floor(mtime.getTime() / 1000) * 1000 <= since;
}
