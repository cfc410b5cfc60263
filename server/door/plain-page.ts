import "server-only";

type PlainPage = {
  readonly locale: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly link: { readonly href: string; readonly label: string };
};

/** Stands by itself: an answer of a route has none of the pages' styles. Its words are ours alone. */
export const plainPage = ({ locale, title, paragraphs, link }: PlainPage): string => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · Rozruch</title>
<style>${LOOK}</style>
</head>
<body><main>
<h1>${title}</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}
<p><a href="${link.href}">${link.label}</a></p>
</main></body>
</html>`;

/** As in app/globals.css. */
const LOOK = `
:root { color-scheme: light dark; --ground: #faf8f3; --ink: #1d2330; --link: #0f5c4f }
@media (prefers-color-scheme: dark) { :root { --ground: #14181f; --ink: #e9e7e0; --link: #5fd3b3 } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.6 Figtree, system-ui, sans-serif }
main { max-width: 32rem; margin: 0 auto; padding: 4rem 1rem }
h1 { font-size: 1.875rem; line-height: 1.25 }
a { display: inline-block; padding: .625rem 0; color: var(--link) }
`;
