const PLAYLIST = "application/vnd.apple.mpegurl";

type Wish = { readonly src: string; readonly second: number; readonly fail: () => void };

/** Gives a playlist to a `<video>`: to the browser where it can play one, else to hls.js; returns what undoes it. */
export async function attachPlaylist(video: HTMLVideoElement, { src, second, fail }: Wish): Promise<() => void> {
  const nothing = () => undefined;
  if (video.canPlayType(PLAYLIST) !== "") return nothing;
  const player = await import("hls-video-element").catch(() => null);
  if (!player?.Hls.isSupported()) {
    fail();
    return nothing;
  }
  // A worker of its own would be a script that the page's policy does not know.
  const hls = new player.Hls({ enableWorker: false, startPosition: second });
  hls.on(player.Hls.Events.ERROR, (_, { fatal }) => fatal && fail());
  hls.loadSource(src);
  hls.attachMedia(video);
  return () => hls.destroy();
}
