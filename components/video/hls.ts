const PLAYLIST = "application/vnd.apple.mpegurl";

/** Gives a playlist to a `<video>`: to the browser where it can play one, else to hls.js; returns what undoes it. */
export async function attachPlaylist(video: HTMLVideoElement, src: string): Promise<() => void> {
  if (video.canPlayType(PLAYLIST) !== "") return () => undefined;
  const { Hls } = await import("hls-video-element");
  if (!Hls.isSupported()) return () => undefined;
  // A worker of its own would be a script that the page's policy does not know.
  const hls = new Hls({ enableWorker: false });
  hls.loadSource(src);
  hls.attachMedia(video);
  return () => hls.destroy();
}
