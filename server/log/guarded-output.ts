import "server-only";
import fs from "node:fs";
import { faultOf } from "./fault.ts";
import { type HeldLines, holdLines } from "./held-lines.ts";
import { scrubbedOutput } from "./scrub.ts";
import { hideFromOutput } from "./secrets-in-use.ts";

/** As pino counts. */
const FATAL = 60;

type Callback = (error?: Error | null) => void;
type Sink = { readonly lines: HeldLines; readonly write: (text: string, done?: Callback) => boolean };

const kept = globalThis as { rozruchOutput?: ReadonlyMap<number, Sink> };

/**
 * Puts the scrub between this process and its output, for whatever any package writes there: by console, by the streams,
 * straight to the descriptors, as a warning, or by dying of an error. `secrets` are the process's own, for as long as it
 * lives. Called before anything else; a second time it does nothing.
 */
export function guardOutput(secrets: readonly string[]): void {
  if (kept.rozruchOutput) return;
  for (const secret of secrets) hideFromOutput(secret);
  const sinks = new Map([guardStream(process.stdout, 1), guardStream(process.stderr, 2)]);
  kept.rozruchOutput = sinks;
  guardDescriptors(sinks);
  guardDebug();
  process.on("uncaughtException", dieOf);
  process.on("exit", () => {
    for (const { lines, write } of sinks.values()) pass(write, lines.rest());
  });
}

function pass(write: Sink["write"], text: string, done?: Callback): boolean {
  if (text !== "") return write(text, done);
  if (done) process.nextTick(done);
  return true;
}

function guardStream(stream: NodeJS.WriteStream, descriptor: number): [number, Sink] {
  const write = stream.write.bind(stream) as Sink["write"];
  const lines = holdLines();
  stream.write = (chunk: string | Uint8Array, encoding?: BufferEncoding | Callback, done?: Callback): boolean =>
    typeof encoding === "function"
      ? pass(write, lines.take(chunk), encoding)
      : pass(write, lines.take(chunk, encoding), done);
  return [descriptor, { lines, write }];
}

/** Loggers that want to be fast leave the streams aside. */
function guardDescriptors(sinks: ReadonlyMap<number, Sink>): void {
  const { write, writeSync, writev, writevSync } = fs;
  const toSink = ({ lines, write: on }: Sink, bytes: Buffer): number => {
    pass(on, lines.take(bytes));
    return bytes.length;
  };
  const later = (rest: readonly unknown[], ...result: unknown[]): void => {
    const done = rest.at(-1);
    if (typeof done === "function") process.nextTick(done as Callback, null, ...result);
  };
  const joined = (parts: readonly NodeJS.ArrayBufferView[]) => Buffer.concat(parts.map((part) => bytesOf(part, [])));
  const replaced = {
    writeSync: (fd: number, data: Written, ...rest: unknown[]) => {
      const sink = sinks.get(fd);
      return sink ? toSink(sink, bytesOf(data, rest)) : (writeSync as Plain)(fd, data, ...rest);
    },
    write: (fd: number, data: Written, ...rest: unknown[]) => {
      const sink = sinks.get(fd);
      return sink ? later(rest, toSink(sink, bytesOf(data, rest)), data) : (write as Plain)(fd, data, ...rest);
    },
    writevSync: (fd: number, parts: readonly NodeJS.ArrayBufferView[], ...rest: unknown[]) => {
      const sink = sinks.get(fd);
      return sink ? toSink(sink, joined(parts)) : (writevSync as Plain)(fd, parts, ...rest);
    },
    writev: (fd: number, parts: readonly NodeJS.ArrayBufferView[], ...rest: unknown[]) => {
      const sink = sinks.get(fd);
      return sink ? later(rest, toSink(sink, joined(parts)), parts) : (writev as Plain)(fd, parts, ...rest);
    },
  };
  Object.assign(fs, replaced);
}

type Written = string | NodeJS.ArrayBufferView;
type Plain = (...args: unknown[]) => unknown;

/** A text has a place and an encoding behind it, bytes have an offset and a length. */
function bytesOf(data: Written, [first, second]: readonly unknown[]): Buffer {
  if (typeof data === "string") {
    return Buffer.from(data, typeof second === "string" ? (second as BufferEncoding) : "utf8");
  }
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const offset = typeof first === "number" ? first : 0;
  return bytes.subarray(offset, typeof second === "number" ? offset + second : undefined);
}

/** Node's own warnings take this way. */
function guardDebug(): void {
  const own = process as unknown as { _rawDebug: (...words: unknown[]) => void };
  const raw = own._rawDebug;
  own._rawDebug = (...words) => raw(scrubbedOutput(words.map(String).join(" ")));
}

/** Node would write the error past every stream, with its words. Next has a listener of its own, which goes on. */
function dieOf(error: unknown, origin: string): void {
  if (process.listenerCount("uncaughtException") > 1) return;
  const time = new Date().toISOString();
  process.stderr.write(
    `${JSON.stringify({ level: FATAL, time, event: "process.failed", origin, ...faultOf(error) })}\n`,
  );
  process.exit(1);
}
