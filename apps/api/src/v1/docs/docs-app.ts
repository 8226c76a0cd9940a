import { Hono } from 'hono';
import type { V1App } from '../env.ts';
import { openApiDocument } from '../openapi-document.ts';
import { errorIndexPage, errorPage, isErrorCode } from './error-pages.ts';
import { DOCS_HEADERS } from './page.ts';
import { referencePage } from './reference-page.ts';

/** `/docs`: the reference of the public door, for people. No key, no script, nothing from elsewhere. */
export function docsApp(v1: V1App): Hono {
  const reference = referencePage(openApiDocument(v1));
  return new Hono()
    .use('/docs/*', async (c, next) => {
      await next();
      for (const [name, value] of Object.entries(DOCS_HEADERS)) c.res.headers.set(name, value);
    })
    .get('/docs', (c) => c.html(reference))
    .get('/docs/errors', (c) => c.html(errorIndexPage()))
    .get('/docs/errors/:code', (c) => {
      const code = c.req.param('code');
      return isErrorCode(code) ? c.html(errorPage(code)) : c.html(errorIndexPage(), 404);
    });
}
