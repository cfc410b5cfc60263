const INSIDE = /^\/(?![/\\])[\w./?=&%#-]*$/;
const LONGEST = 200;

/** A path of this very site to go on to; the first page for anything else. */
export const ownPath = (text: string | null | undefined): string =>
  text && text.length <= LONGEST && INSIDE.test(text) ? text : "/";
