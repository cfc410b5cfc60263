import "server-only";
import type { Viewer } from "../viewer.ts";
import { onChange } from "./listener.ts";
import type { Topic } from "./notify.ts";

/** Below the silence after which proxies and browsers give a connection up. */
const BREATH_MS = 20_000;

const topicsOf = ({ person, instructor }: Viewer): Topic[] => [
  "everybody",
  `user:${person.id}`,
  ...(instructor?.cohortIds ?? []).map((id) => `cohort:${id}` as const),
];

/** A stream of server-sent events that ends when the reader goes, whether the request or the stream is what says so. */
export function changesFor(viewer: Viewer, gone: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text));
      const unsubscribe = onChange(topicsOf(viewer), () => say("event: change\ndata: {}\n\n"));
      const breath = setInterval(() => say(": still here\n\n"), BREATH_MS);
      const close = () => {
        stop();
        controller.close();
      };
      stop = () => {
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
