const LARGEST_BYTES = 20 * 1024 * 1024;
const KINDS: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp", "image/gif"]);
export const PICTURE_KINDS = [...KINDS].join(",");

export type PictureRefusal = "not_a_picture" | "kind" | "too_large" | "unreadable" | "no_words" | "no_reader";

/** Why a file will not even be tried; null when it will. */
export function refusalOf({ type, name, size }: { type: string; name: string; size: number }): PictureRefusal | null {
  const isOtherKind = type.startsWith("image/") || /\.(?:heic|heif|avif|tiff?|bmp)$/i.test(name);
  if (!KINDS.has(type)) return isOtherKind ? "kind" : "not_a_picture";
  return size > LARGEST_BYTES ? "too_large" : null;
}
