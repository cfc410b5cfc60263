import { FRAME_HOSTS, type PlayedSource } from "./film-source.ts";

type Framed = Extract<PlayedSource, { readonly id: string }>;
type Wish = { readonly second: number; readonly locale: string; readonly origin: string };

/** The site's own player, without cookies (YouTube) and without being followed (Vimeo), playing from a second. */
export const frameAddress = (source: Framed, wish: Wish): string =>
  source.kind === "youtube" ? youtube(source.id, wish) : vimeo(source.id, wish);

function youtube(id: string, { second, locale, origin }: Wish): string {
  const wishes = { autoplay: "1", enablejsapi: "1", hl: locale, origin, playsinline: "1", rel: "0" };
  return `https://${FRAME_HOSTS.youtube}/embed/${id}?${new URLSearchParams({ ...wishes, start: String(Math.floor(second)) })}`;
}

function vimeo(id: string, { second }: Wish): string {
  const [number = "", hash] = id.split("/");
  const wishes = { autoplay: "1", dnt: "1", playsinline: "1", ...(hash ? { h: hash } : {}) };
  return `https://${FRAME_HOSTS.vimeo}/video/${number}?${new URLSearchParams(wishes)}#t=${Math.floor(second)}s`;
}
