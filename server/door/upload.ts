import "server-only";

/** The fields of a form that may bring a file along. */
export type Upload = {
  readonly fields: FormData;
  /** The file was too large: it is left out, and every field before it is there. */
  readonly isCut: boolean;
};

type Bounds = { readonly file: string; readonly largestBytes: number };

/** So much is listened to and thrown away, since a browser that is still sending hears no answer. */
const LISTENED = 4;

/** Counts while it reads, whatever the request says of its length. Null for what is no such form. */
export async function readUpload(request: Request, { file, largestBytes }: Bounds): Promise<Upload | null> {
  const type = request.headers.get("content-type") ?? "";
  const boundary = /^multipart\/form-data\s*;(?:.*;)?\s*boundary="?([^";]{1,70})"?/i.exec(type)?.[1];
  if (!boundary || !request.body) return null;
  const { bytes, isCut } = await readUpTo(request.body, largestBytes);
  const body = isCut ? withoutFile(bytes, boundary, file) : bytes;
  const fields = await new Response(new Uint8Array(body), { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
  return fields && { fields, isCut };
}

async function readUpTo(body: ReadableStream<Uint8Array>, most: number): Promise<{ bytes: Buffer; isCut: boolean }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    if (length < most) parts.push(part.subarray(0, most - length));
    length += part.length;
    if (length > LISTENED * most) break;
  }
  return { bytes: Buffer.concat(parts), isCut: length > most };
}

/** A form that ends before its file begins. */
function withoutFile(bytes: Buffer, boundary: string, file: string): Buffer {
  const at = bytes.indexOf(`--${boundary}\r\nContent-Disposition: form-data; name="${file}"`);
  return Buffer.concat([bytes.subarray(0, Math.max(0, at)), Buffer.from(`--${boundary}--\r\n`)]);
}
