/** The id of a YouTube film in what people paste: an address of any of its shapes, or the id; null for anything else. */
export function youtubeIdOf(pasted: string): string | null {
  const text = pasted.trim();
  if (/^[\w-]{11}$/.test(text)) return text;
  const address = addressIn(text);
  if (!address) return null;
  const host = address.hostname.replace(/^(?:www|m|music)\./, "");
  if (host === "youtu.be") return idIn(address.pathname.slice(1));
  if (host !== "youtube.com" && host !== "youtube-nocookie.com") return null;
  const path = /^\/(?:embed|shorts|live|v)\/([^/]+)/.exec(address.pathname)?.[1];
  return idIn(path ?? address.searchParams.get("v") ?? "");
}

const idIn = (text: string): string | null => (/^[\w-]{11}$/.test(text) ? text : null);

export type VimeoFilm = {
  readonly id: string /** What opens a film that is not listed. */;
  readonly hash: string | null;
};

/** The same for Vimeo: `76979871`, `https://vimeo.com/76979871/ab12cd34ef`, `https://player.vimeo.com/video/76979871?h=…`. */
export function vimeoFilmOf(pasted: string): VimeoFilm | null {
  const text = pasted.trim();
  if (/^\d{4,12}$/.test(text)) return { id: text, hash: null };
  const address = addressIn(text);
  if (!address || !/^(?:www\.|player\.)?vimeo\.com$/.test(address.hostname)) return null;
  const [, id, hash] = /^\/(?:.*\/)?(\d{4,12})(?:\/([0-9a-f]{6,20}))?\/?$/.exec(address.pathname) ?? [];
  return id === undefined ? null : { id, hash: hash ?? address.searchParams.get("h") };
}

const addressIn = (text: string): URL | null => URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
