import "server-only";
import type { Viewer } from "../viewer.ts";
import { onChange } from "./listener.ts";
import type { Topic } from "./notify.ts";
import { enter } from "./open-streams.ts";

/** Below the silence after which proxies and browsers give a connection up. */
const BREATH_MS = 20_000;

const topicsOf = ({ person, instructor }: Viewer): Topic[] => [
  "everybody",
  `user:${person.id}`,
  ...(instructor?.cohortIds ?? []).map((id) => `cohort:${id}` as const),
];

type Listening = {
  readonly gone: AbortSignal;
  /** Whether the session that opened the stream still lives: asked at each breath, since nothing else ends a stream. */
  readonly isLive: () => Promise<boolean>;
  readonly breathMs?: number;
};

/**
 * A stream of server-sent events that ends when the reader goes, whether the request or the stream is what says so, and
 * soon after the session has ended. Null for whoever has too many open.
 */
export function changesFor(
  viewer: Viewer,
  { gone, isLive, breathMs = BREATH_MS }: Listening,
): ReadableStream<Uint8Array> | null {
  const leave = enter(viewer.person.id);
  if (!leave) return null;
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text));
      const unsubscribe = onChange(topicsOf(viewer), () => say("event: change\ndata: {}\n\n"));
      let isOver = false;
      const close = () => {
        if (isOver) return;
        stop();
        controller.close();
      };
      const breath = setInterval(async () => {
        // A database that does not answer says nothing of the session: the next breath asks again.
        const mayStay = await isLive().catch(() => true);
        if (isOver) return;
        if (mayStay) say(": still here\n\n");
        else close();
      }, breathMs);
      stop = () => {
        if (isOver) return;
        isOver = true;
        leave();
        unsubscribe();
        clearInterval(breath);
        gone.removeEventListener("abort", close);
      };
      say("retry: 2000\n\n");
      if (gone.aborted) close();
      else gone.addEventListener("abort", close);
    },
    // A closed stream takes no more words: the next one would be thrown at whoever tells of the change.
    cancel: () => stop(),
  });
}
