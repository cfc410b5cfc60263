import "server-only";

const REQUEST_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id in the form in which `proxy.ts` gives it; null for whatever else somebody may have put into the header. */
export const requestIdIn = (header: unknown): string | null =>
  typeof header === "string" && REQUEST_ID.test(header) ? header : null;
