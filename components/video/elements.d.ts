import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { FilmFrame } from "./film-frame.ts";

type Chrome = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;

/** Media Chrome's elements as React writes them: attributes in small letters. */
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "media-controller": Chrome & {
        readonly defaultduration?: number;
        readonly nohotkeys?: string;
        readonly nosubtitleslangpref?: string;
      };
      "film-frame": DetailedHTMLProps<HTMLAttributes<FilmFrame>, FilmFrame> & {
        readonly class?: string;
        readonly kind?: string;
        readonly src?: string;
      };
      "media-time-range": Chrome;
      "media-play-button": Chrome & { readonly notooltip?: string };
      "media-mute-button": Chrome;
      "media-captions-button": Chrome;
      "media-playback-rate-button": Chrome & { readonly rates?: string };
      "media-pip-button": Chrome;
      "media-fullscreen-button": Chrome;
    }
  }
}
