const YOUTUBE_ID = /^[\w-]{11}$/;
const VIMEO_ID = /^\d{6,12}$/;
const VIMEO_HASH = /^[\da-f]{6,20}$/i;

/** An address as people paste it, with or without `https://`. */
function addressIn(text: string): URL | null {
  try {
    const address = new URL(/^https?:\/\//i.test(text) ? text : `https://${text}`);
    return address.hostname.includes(".") ? address : null;
  } catch {
    return null;
  }
}

const siteOf = ({ hostname }: URL): string => hostname.replace(/^(?:www|m|music|player)\./, "");

/** The id of a film on YouTube, from the id itself or from an address that leads to it. */
export function youtubeId(text: string): string | null {
  const words = text.trim();
  if (YOUTUBE_ID.test(words)) return words;
  const address = addressIn(words);
  const id = (address && youtubeIdIn(address)) ?? "";
  return YOUTUBE_ID.test(id) ? id : null;
}

function youtubeIdIn(address: URL): string | null {
  const [first = "", second = ""] = address.pathname.split("/").slice(1);
  if (siteOf(address) === "youtu.be") return first;
  if (!["youtube.com", "youtube-nocookie.com"].includes(siteOf(address))) return null;
  return ["embed", "shorts", "live", "v"].includes(first) ? second : address.searchParams.get("v");
}

/** The id of a film on Vimeo; one that is not listed has its hash behind it, as in its address: `76979871/a1b2c3d4e5`. */
export function vimeoId(text: string): string | null {
  const words = text.trim();
  if (VIMEO_ID.test(words)) return words;
  const address = addressIn(/^\d+\/[\da-f]+$/i.test(words) ? `vimeo.com/${words}` : words);
  return address && siteOf(address) === "vimeo.com" ? vimeoIdIn(address) : null;
}

function vimeoIdIn({ pathname, searchParams }: URL): string | null {
  const parts = pathname.split("/").filter((part) => part !== "");
  const place = parts.findLastIndex((part) => VIMEO_ID.test(part));
  if (place < 0) return null;
  const hash = searchParams.get("h") ?? parts[place + 1] ?? "";
  return VIMEO_HASH.test(hash) ? `${parts[place]}/${hash}` : (parts[place] ?? null);
}
