/** What is replaced, and by what. */
export type Redaction = { readonly of: RegExp; readonly by: string | ((match: string, ...groups: string[]) => string) };

/** Signs, figures or capitals within: more than a word. */
const isSecret = (value: string): boolean =>
  value.length >= 8 && (/\d/.test(value) || /[a-z][A-Z]|[A-Z]{2}[a-z]|[+/=]/.test(value));

const afterName = (match: string, name: string, value: string): string => (isSecret(value) ? `${name}[secret]` : match);

export const SECRETS: readonly Redaction[] = [
  { of: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g, by: "[secret]" },
  { of: /:\/\/[^\s/:@"'<>[\]]{1,100}:[^\s/@"'<>]{1,200}@/g, by: "://[secret]@" },
  { of: /((?:\bset-)?\bcookies?["'\\]{0,4}[ \t]{0,4}[:=][ \t]{0,4}["'\\]{0,4})[^\n"'\\]{4,}/gi, by: "$1[secret]" },
  { of: /((?:bearer|basic)[ \t]{1,4}["'`]?)([\w.~+/=-]{8,})/gi, by: afterName },
  {
    of: /((?:pass(?:word|wd|phrase)?|pwd|has[lł]o|passcode)["'\\]{0,4}[ \t]{0,4}[:=][ \t]{0,4}["'\\]{0,4})(?!\[secret\])[^\s"'\\,;&)}\]]{3,}/gi,
    by: "$1[secret]",
  },
  {
    of: /((?:api[ _-]?key|subscription[ _-]?key|access[ _-]?key|secret|token|auth|authorization|signature|sig|session[ _-]?id|sid|key|klucz)["'\\]{0,4}[ \t]{0,4}[:=][ \t]{0,4}["'\\]{0,4})([\w.~+/=%-]{8,})/gi,
    by: afterName,
  },
  { of: /(\/hooks?\/catch\/\d+\/)\w+/gi, by: "$1[secret]" },
  { of: /(?<![\w.-]|request id:? )(?=[a-z]*\d)(?=\d*[a-z])[0-9a-z]{32}(?![\w.-])/g, by: "[secret]" },
  { of: /(?<![\w-]|request id:? )[0-9a-f]{32,}(?![\w-])/gi, by: "[secret]" },
  {
    of: /(?<![\w+-])(?=[a-zA-Z_+-]*\d)(?=[a-z\d_+-]*[A-Z])(?=[A-Z\d_+-]*[a-z])[A-Za-z0-9_+-]{40,}={0,2}/g,
    by: "[secret]",
  },
  { of: /(?<![\w/+-])[A-Za-z0-9+/]{100,}={0,2}/g, by: "[secret]" },
  { of: /(?<![\w-])(org-|proj_)([A-Za-z0-9]{4})[A-Za-z0-9]{4,}/g, by: "$1$2…" },
  {
    of: /(?:(sk-(?:proj|svcac(?:ct)?|or|ant|admin)-?|sk-|AIza|gsk_|xai-)[\w-]{0,12}|[\w-]{1,12})?(?<!\*)\*{4}[\w*-]{0,400}[\w-]/g,
    by: maskOf,
  },
];

function maskOf(_: string, prefix?: string): string {
  return `${prefix ?? ""}****`;
}
