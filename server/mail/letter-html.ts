import "server-only";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

export type Link = { readonly label: string; readonly href: string };

export type LetterParts = {
  readonly locale: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly button: Link;
  /** Further ways to go, in plain letters below the button. */
  readonly links?: readonly Link[];
  readonly code?: { readonly label: string; readonly digits: string };
  readonly footer: string;
};

const FONT = "font-family:Figtree,system-ui,-apple-system,'Segoe UI',sans-serif;color:#1f2430;line-height:1.6";

/** One idea, one button. Tables and inline styles, since that is what mail programs draw alike. */
export function letterHtml({ locale, heading, paragraphs, button, links = [], code, footer }: LetterParts): string {
  const body = paragraphs.map((text) => `<p style="margin:0 0 16px">${escaped(text)}</p>`).join("");
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(heading)}</title></head>
<body style="margin:0;background:#f8f7f3;${FONT}"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" style="max-width:520px;background:#ffffff;border:1px solid #e7e5df;border-radius:16px"><tr><td style="padding:32px">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escaped(heading)}</h1>${body}
<p style="margin:24px 0"><a href="${escaped(button.href)}" style="display:inline-block;background:#005f4b;color:#ffffff;text-decoration:none;font-weight:600;padding:12px 24px;border-radius:10px">${escaped(button.label)}</a></p>
${links.map(linkHtml).join("")}${code ? codeHtml(code) : ""}
<p style="margin:24px 0 0;font-size:14px;color:#5b606b">${escaped(footer)}</p>
</td></tr></table></td></tr></table></body></html>`;
}

const linkHtml = ({ label, href }: Link): string =>
  `<p style="margin:0 0 8px"><a href="${escaped(href)}" style="color:#005f4b">${escaped(label)}</a></p>`;

const codeHtml = ({ label, digits }: NonNullable<LetterParts["code"]>): string =>
  `<p style="margin:0 0 4px">${escaped(label)}</p>
<p style="margin:0;font-size:26px;font-weight:700;letter-spacing:3px;font-variant-numeric:tabular-nums">${escaped(digits)}</p>`;

/** The same for those who read mail without pictures and boxes. */
export const letterText = ({ heading, paragraphs, button, links = [], code, footer }: LetterParts): string =>
  [
    heading,
    ...paragraphs,
    ...[button, ...links].map(({ label, href }) => `${label}: ${href}`),
    ...(code ? [`${code.label} ${code.digits}`] : []),
    footer,
  ].join("\n\n");
