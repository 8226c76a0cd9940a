import { ERROR_CODES, type ErrorCode } from '@homeward/contracts/error-code';
import { html } from 'hono/html';
import { PROBLEMS } from '../problem-table.ts';
import { docsPage, withCode } from './page.ts';

/** Where `type` of a problem document leads. */
export function errorPage(code: ErrorCode) {
  const { status, title, advice } = PROBLEMS[code];
  return docsPage(
    title,
    html`<p><a href="/docs">Homeward partner API</a></p>
<h1>${title}</h1>
<p><code>${code}</code>, with the status ${status}</p>
<h2>What to do</h2>
<p>${withCode(advice)}</p>
<p><a href="/docs/errors">All codes</a></p>`,
  );
}

export const errorIndexPage = () =>
  docsPage(
    'Error codes',
    html`<p><a href="/docs">Homeward partner API</a></p>
<h1>Error codes</h1>
<p>Decide by <code>code</code>. The list may grow: treat a code that you don’t know by its status.</p>
<dl>${ERROR_CODES.map(
      (code) =>
        html`<dt><a href="/docs/errors/${code}"><code>${code}</code></a></dt><dd>${PROBLEMS[code].title}</dd>`,
    )}</dl>`,
  );

export const isErrorCode = (code: string): code is ErrorCode => ERROR_CODES.some((one) => one === code);
