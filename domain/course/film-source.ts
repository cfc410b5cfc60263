/** Where a film comes from: a file or a playlist of the module, a playlist at an https address, or another site. */
export type FilmSource =
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "hls"; readonly file: string }
  | { readonly kind: "youtube"; readonly id: string }
  | { readonly kind: "vimeo"; readonly id: string };

/** The same with the address under which a browser asks for it. */
export type PlayedSource =
  | { readonly kind: "file"; readonly src: string }
  | { readonly kind: "hls"; readonly src: string }
  | { readonly kind: "youtube"; readonly id: string }
  | { readonly kind: "vimeo"; readonly id: string };

export const FRAME_HOSTS = { youtube: "www.youtube-nocookie.com", vimeo: "player.vimeo.com" } as const;
export const SITES = { youtube: "YouTube", vimeo: "Vimeo" } as const;

export const isAddress = (file: string): boolean => /^https:\/\//i.test(file);

/** The path below the module's folder; null for a film that lies elsewhere. */
export const ownFile = (source: FilmSource): string | null =>
  "file" in source && !isAddress(source.file) ? source.file : null;

/** Whose servers see who watches; null for a film of the portal's own. */
export function foreignHost(source: FilmSource | PlayedSource): string | null {
  if ("id" in source) return FRAME_HOSTS[source.kind];
  const address = "src" in source ? source.src : source.file;
  return isAddress(address) ? new URL(address).host : null;
}

/** The film where it lies, at a second; for one of the portal's own that is its file. */
export function siteAddress(source: PlayedSource, second: number): string {
  if (source.kind === "youtube")
    return `https://www.youtube.com/watch?v=${source.id}${second > 0 ? `&t=${second}s` : ""}`;
  if (source.kind === "vimeo") return `https://vimeo.com/${source.id}${second > 0 ? `#t=${second}s` : ""}`;
  return second > 0 ? `${source.src}#t=${second}` : source.src;
}
