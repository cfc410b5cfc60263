/** How a key begins, at its provider. What follows is taken as far as it goes. */
const DASH = "[-\\u2010-\\u2015\\u2212]";
const INVISIBLE = "\\u00AD\\u200B-\\u200F\\u2060\\uFEFF";
const PART = `[\\w\\-${INVISIBLE}\\u2010-\\u2015\\u2212]`;

const APART: readonly string[] = [
  `[sprk]k(?:_|${DASH})${PART}{16}`,
  `[sr]k_(?:live|test)_\\w{8}`,
  "sk_[0-9a-f]{32}",
  `sess${DASH}${PART}{16}`,
  "ek_\\w{16}",
  "(?:gsk|hf|xai|pplx|gh[pousr]|github_pat)[-_][\\w-]{16}",
  "AIza[\\w-]{16}",
  "[A-Z]Q\\.[\\w.-]{16}",
  "ya29\\.[\\w-]{16}",
  "GOCSPX-[\\w-]{10}",
  "api_org_\\w{16}",
  "r8_\\w{16}",
  "nvapi-[\\w-]{16}",
  "lsv2_(?:pt|sk)_\\w{10}",
  "gl(?:pat|ptt)-[\\w-]{16}",
  "(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12}",
  "xox[a-z]-[\\w-]{10}",
  "tvly-[\\w-]{10}",
  "(?:fw|tgp|npm|dop|shpat|ntn|secret|re|rzr)_[A-Za-z0-9]{20}",
  "whsec_[A-Za-z0-9+/]{20}[A-Za-z0-9+/=]*",
  "csk-\\w{16}",
  "fc-[0-9a-f]{32}",
  "SG\\.[\\w-]{16}",
  "(?<!-)eyJ[\\w-]{8,400}\\.[\\w-]{4}",
  "\\d{8,10}:AA[\\w-]{30}",
];

/** A line may have been wrapped within the prefix too. */
const wrapped = (prefix: string): string =>
  [...prefix].map((letter) => `${letter === "-" ? DASH : letter}(?:\\r?\\n[ \\t>|]{0,8})?`).join("");

/** Prefixes that say it all, whatever stands in front of them. */
const ANYWHERE: readonly string[] = [
  ...["sk-proj-", "sk-svcacct-", "sk-None-", "sk-admin-", "sk-ant-", "sk-or-"].map(
    (prefix) => `${wrapped(prefix)}${PART}{6}`,
  ),
  `sk${DASH}(?=${PART}{0,40}?\\d)${PART}{20}`,
  "AIza[\\w-]{30}",
  "github_pat_\\w{30}",
];

const KEY_LIKE = new RegExp(
  `(?:(?<![A-Za-z0-9_])(?:${APART.join("|")})|${ANYWHERE.join("|")})[\\w.\\-${INVISIBLE}\\u2010-\\u2015\\u2212]*`,
  "gu",
);

/** A key that runs on after a line break, a string's seam or a blank that reading a picture has put there. */
const SEAM = /^["'`]?[ \t]{0,8}(?:\+[ \t]{0,8})?(?:\\?\r?\n|\\r?\\?n|\\\\n|[ ])[\s>|+"'`]{0,24}/;
const RUN = /^[\w-]+/;
/** What is no further line of a key. Three letters are not enough to tell: a line of a key begins with any three now and then. */
const OWN_START =
  /^(?:sk-(?:proj|svcacct|none|admin|ant|or)-|AIza|github_pat_|org-|proj_|req_|gpt-|dall-e|text-|tts-|whisper|https?$)/i;

/** A text without what looks like a provider's key in it. */
export function redactKeys(text: string): string {
  let kept = "";
  let done = 0;
  for (const { index, 0: match } of text.matchAll(KEY_LIKE)) {
    if (index < done) continue;
    kept += `${text.slice(done, index)}[secret]`;
    const end = index + match.replace(/[.]+$/, "").length;
    done = endOfKey(text, end);
  }
  return kept + text.slice(done);
}

const MOST_LINES = 12;

function endOfKey(text: string, end: number): number {
  let last = end;
  for (let lines = 0; lines < MOST_LINES; lines += 1) {
    const seam = SEAM.exec(text.slice(last, last + 60))?.[0];
    if (seam === undefined) return last;
    const start = last + seam.length;
    const run = RUN.exec(text.slice(start, start + 600))?.[0] ?? "";
    if (!runsOn(run, seam, text.charAt(start + run.length))) return last;
    last = start + run.length;
  }
  return last;
}

/** Another key on a line of its own, which is found by itself. */
const OWN_KEY = /^(?:sk-|(?:gsk|hf|gh[pousr])_)[A-Za-z0-9]{20}/;
const LONG_WORD = 12;

/** Words run on too; a key's next line is told from them by its mixture, or by its length where it has the line to itself. */
function runsOn(run: string, seam: string, next: string): boolean {
  if (OWN_START.test(run) || /[:(=./@]/.test(next)) return false;
  if (seam.includes("\n") && OWN_KEY.test(run)) return false;
  if (seam !== " " && run.length >= LONG_WORD && /^(?:[\r\n\\"'`]|$)/.test(next)) return true;
  const mixed = /[a-z]/i.test(run) && (/\d/.test(run) || /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(run));
  return run.length >= (seam === " " ? 16 : 4) && mixed;
}
