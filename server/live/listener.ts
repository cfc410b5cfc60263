import "server-only";
import pg from "pg";
import { environment } from "../environment.ts";
import { log } from "../log/log.ts";
import { CHANNEL, type Topic } from "./notify.ts";

type Hearer = () => void;

const RECONNECT_MS = 1_000;
const kept = globalThis as { rozruchListener?: Listener };

/** One LISTEN connection per process, however many pages are open. */
class Listener {
  readonly #hearers = new Map<string, Set<Hearer>>();

  constructor() {
    void this.#connect();
  }

  subscribe(topics: readonly Topic[], hearer: Hearer): () => void {
    for (const topic of topics) {
      const hearers = this.#hearers.get(topic) ?? new Set();
      this.#hearers.set(topic, hearers.add(hearer));
    }
    return () => {
      for (const topic of topics) this.#forget(topic, hearer);
    };
  }

  #forget(topic: Topic, hearer: Hearer): void {
    const hearers = this.#hearers.get(topic);
    hearers?.delete(hearer);
    if (hearers?.size === 0) this.#hearers.delete(topic);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: environment().DATABASE_URL, keepAlive: true });
    client.on("notification", ({ payload }) => this.#tell(payload ?? ""));
    client.on("error", () => undefined);
    client.once("end", () => setTimeout(() => void this.#connect(), RECONNECT_MS).unref());
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      // What happened while there was no connection went unheard, so everybody looks again.
      for (const topic of this.#hearers.keys()) this.#tell(topic);
    } catch {
      log.event("live.unreachable", {});
      await client.end().catch(() => undefined);
    }
  }

  #tell(topic: string): void {
    for (const hearer of this.#hearers.get(topic) ?? []) hearer();
  }
}

/** Calls `hearer` at every change of one of `topics`, until the returned function is called. */
export function onChange(topics: readonly Topic[], hearer: Hearer): () => void {
  kept.rozruchListener ??= new Listener();
  return kept.rozruchListener.subscribe(topics, hearer);
}
