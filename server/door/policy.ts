import "server-only";
import type { FilmHosts } from "../course/film-hosts.ts";

const origins = (hosts: readonly string[]): string => hosts.map((host) => ` https://${host}`).join("");

/**
 * Scripts run only with this response's nonce, and nothing comes from or goes to another site, but for the film of the
 * page where that lies elsewhere: as a frame or as a stream, never as a script.
 */
export function policyOf(nonce: string, { frames, streams }: FilmHosts, isDevelopment = false): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `media-src 'self' data: blob:${origins(streams)}`,
    "font-src 'self'",
    // Reading a screenshot: the worker's own answer says what it may do, so that no page has to allow WebAssembly.
    "worker-src 'self'",
    `connect-src 'self'${origins(streams)}${isDevelopment ? " ws:" : ""}`,
    `frame-src ${frames.length > 0 ? origins(frames).trim() : "'none'"}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
