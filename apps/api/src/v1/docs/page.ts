import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';

const STYLE = `:root{color-scheme:light dark;--paper:#fbf8f3;--ink:#1f2b2a;--soft:#55625f;--leaf:#0f5f57;--line:#e2dccf}
@media (prefers-color-scheme:dark){:root{--paper:#141a19;--ink:#edf1ee;--soft:#a9b5b1;--leaf:#7fd0bf;--line:#303b39}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,sans-serif}
main{max-width:46rem;margin-inline:auto;padding:2.5rem 1.25rem 5rem}
h1{font-size:1.9rem;line-height:1.2}h2{margin-block-start:2.5rem;font-size:1.3rem}h3{margin-block:1.75rem .25rem;font-size:1.05rem}
a{color:var(--leaf)}p{margin-block:.5rem}code{font-family:ui-monospace,monospace;font-size:.92em;overflow-wrap:anywhere}
dl{border-block-start:1px solid var(--line)}dt{margin-block-start:.75rem}dd{margin:0;color:var(--soft)}
.verb{display:inline-block;min-inline-size:3.2em;color:var(--soft)}`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** What a page of the reference may do: show itself. */
export const DOCS_HEADERS = {
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

type Markup = ReturnType<typeof html>;

/** Plain HTML that needs no script and nothing from elsewhere. */
export const docsPage = (title: string, body: Markup) => html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Homeward partner API</title><style>${raw(STYLE)}</style></head>
<body><main>${body}</main></body>
</html>`;

/** \`code\` as code; everything else as it is. */
export const withCode = (text: string): Markup[] =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
