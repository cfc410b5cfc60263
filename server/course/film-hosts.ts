import "server-only";
import type { VideoSource } from "#domain/course/course";
import { contentDirectory } from "../environment.ts";
import { memory } from "./memory.ts";
import { moduleFolders } from "./module-folder.ts";

/** Origins that pages may load a film from, because a module has one there. */
export type FilmHosts = { readonly frames: readonly string[]; readonly streams: readonly string[] };

/** A page that was opened a moment ago may lead to a lesson whose film has just been added. */
const FRESH_MS = 5_000;

const remember = memory<Promise<FilmHosts>>();

/** Every page allows them: from one page to the next the browser keeps the rules of the first. */
export function filmHosts(directory = contentDirectory()): Promise<FilmHosts> {
  return remember(directory, String(Math.floor(performance.now() / FRESH_MS)), () => hostsIn(directory));
}

async function hostsIn(directory: string): Promise<FilmHosts> {
  const sources = (await moduleFolders(directory)).flatMap(({ videos }) => videos.map(({ source }) => source));
  return { frames: distinct(sources.map(frameOf)), streams: distinct(sources.map(streamOf)) };
}

const distinct = (hosts: readonly (string | null)[]): string[] => [...new Set(hosts.filter((host) => host !== null))];

function frameOf({ kind }: VideoSource): string | null {
  if (kind === "youtube") return "https://www.youtube-nocookie.com";
  return kind === "vimeo" ? "https://player.vimeo.com" : null;
}

const streamOf = (source: VideoSource): string | null =>
  "place" in source && source.place.startsWith("https:") ? new URL(source.place).origin : null;
