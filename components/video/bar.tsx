import type { Chapter } from "#domain/course/course";
import { RATES } from "./deeds.ts";
import { Position } from "./position.tsx";

type Props = {
  readonly chapters: readonly Chapter[];
  readonly second: number;
  readonly seconds: number;
  readonly isReady: boolean;
  /** A `<video>`, which can have a window of its own. */
  readonly isOwn: boolean;
  readonly hasCaptions: boolean;
};

/** What stands below the picture: the time, the chapter that plays, and the buttons as soon as they have come. */
export function Bar({ chapters, second, seconds, isReady, isOwn, hasCaptions }: Props) {
  return (
    <div className="film-bar" {...{ noautohide: "" }}>
      <div className="film-range">
        {isReady && <media-time-range />}
        {isReady && <Marks chapters={chapters} seconds={seconds} />}
      </div>
      <div className="film-caption">
        <Position chapters={chapters} second={second} seconds={seconds} />
      </div>
      <div className="film-buttons">{isReady && <Buttons isOwn={isOwn} hasCaptions={hasCaptions} />}</div>
    </div>
  );
}

/** Where chapters begin; the first begins where the film does. */
function Marks({ chapters, seconds }: Pick<Props, "chapters" | "seconds">) {
  const later = chapters.filter(({ at }) => at > 0);
  return later.map(({ at }) => <span key={at} className="film-mark" style={{ left: `${(100 * at) / seconds}%` }} />);
}

/** Media Chrome calls it a button that is checked, which is not a thing in ARIA. */
const asSwitch = (button: HTMLElement | null) => button?.setAttribute("role", "switch");

function Buttons({ isOwn, hasCaptions }: Pick<Props, "isOwn" | "hasCaptions">) {
  return (
    <>
      {!isOwn && <media-play-button />}
      <media-mute-button />
      {hasCaptions && <media-captions-button ref={asSwitch} />}
      <media-playback-rate-button rates={RATES.join(" ")} />
      {isOwn && <media-pip-button />}
      <media-fullscreen-button />
    </>
  );
}
