import { ERROR_CODES } from '@homeward/contracts/error-code';
import { beforeAll, describe, expect, it } from 'vitest';
import { describedV1 } from '../../../testing/openapi-text.ts';
import { docsApp } from './docs-app.ts';

let app: ReturnType<typeof docsApp>;
beforeAll(() => {
  app = docsApp(describedV1());
});

describe.each(['/docs', '/docs/errors', ...ERROR_CODES.map((code) => `/docs/errors/${code}`)])(
  '%s',
  (path) => {
    it('is a page of its own that needs no script and nothing from elsewhere', async () => {
      const answer = await app.request(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toMatch(/^text\/html; charset=utf-8$/i);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      const page = await answer.text();
      expect(page).not.toMatch(/<script|<img|<link|https?:\/\/(?!\S*example)|\[object|undefined/);
      expect(page).toMatch(/<h1>.+<\/h1>/);
    });

    it('leads only to pages that are there', async () => {
      const page = await (await app.request(path)).text();
      for (const [, target = ''] of page.matchAll(/href="([^"]+)"/g)) {
        if (target !== '/v1/openapi.json') expect((await app.request(target)).status, target).toBe(200);
      }
    });
  },
);

it('the reference names every operation', async () => {
  const page = await (await app.request('/docs')).text();
  for (const words of [
    'Publish a service, or replace it',
    'Take a job off the portal',
    '/v1/courses/{externalId}',
  ]) {
    expect(page).toContain(words);
  }
});

it('a code that is none is not found, and is not repeated', async () => {
  const answer = await app.request('/docs/errors/%3Cscript%3Ealert(1)');
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain('alert');
});
