import { html } from 'hono/html';
import type { openApiDocument } from '../openapi-document.ts';
import { docsPage, withCode } from './page.ts';

type Document = ReturnType<typeof openApiDocument>;

/** The whole API on one page, from its own document. */
export function referencePage(document: Document) {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      path,
      method: method.toUpperCase(),
    })),
  );
  const [introduction = '', ...points] = (document.info.description ?? '').split(/\n\n|\n- |^- /);
  return docsPage(
    'Reference',
    html`<h1>${document.info.title}</h1>
<p>${withCode(introduction)}</p>
<ul>${points.map((point) => html`<li>${withCode(point.replace(/^- /, ''))}</li>`)}</ul>
<p>For programs: <a href="/v1/openapi.json">openapi.json</a>. For people: <a href="/docs/errors">error codes</a>.</p>
${(document.tags ?? []).map(
  ({ name, description }) => html`<h2>${name}</h2><p>${description}</p>
${operations
  .filter(({ tags }) => tags?.includes(name))
  .map(
    ({ method, path, summary, description: text }) => html`<h3>${summary}</h3>
<p><code><span class="verb">${method}</span> ${path}</code></p><p>${withCode(text ?? '')}</p>`,
  )}`,
)}`,
  );
}
