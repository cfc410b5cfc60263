import { useEffect } from "react";
import type { FilmRef } from "./playable.ts";

const PLAYLIST = "application/vnd.apple.mpegurl";

/** Plays a playlist where the browser cannot do so by itself; `address` is null for a film that is none. */
export function useHls(film: FilmRef, address: string | null): void {
  useEffect(() => {
    const video = film.current;
    if (address === null || !(video instanceof HTMLVideoElement) || video.canPlayType(PLAYLIST) !== "") return;
    let end = () => {};
    let wanted = true;
    const load = async () => {
      const { default: Hls } = await import("hls.js");
      if (!wanted || !Hls.isSupported()) return;
      // The page allows no worker made of a blob; the thread that is there does as well for one film.
      const stream = new Hls({ enableWorker: false, startPosition: video.currentTime || -1 });
      end = () => stream.destroy();
      stream.loadSource(address);
      stream.attachMedia(video);
    };
    void load().catch(() => undefined);
    return () => {
      wanted = false;
      end();
    };
  }, [film, address]);
}
