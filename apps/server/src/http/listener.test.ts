import { afterEach, expect, it } from 'vitest';
import { isApiUrl } from './api-paths.ts';
import { type Listening, listen } from './listen.ts';
import { chain } from './listener.ts';

let listening: Listening | undefined;
afterEach(async () => {
  await listening?.close();
  listening = undefined;
});

it('what nothing answers is a plain 404, and asks for https from then on like every answer', async () => {
  listening = await listen({
    port: 0,
    host: '127.0.0.1',
    answer: chain([(_request, _response, next) => next()]),
  });
  const response = await fetch(`http://127.0.0.1:${listening.port}/wp-login.php`);
  expect(response.status).toBe(404);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
});

it.each([
  ['/rpc/booking.book?batch=1', true],
  ['/v1', true],
  ['/v1/services/x', true],
  ['/readyz?verbose', true],
  ['/', false],
  ['/v1x', false],
  ['/en/v1/services', false],
  ['/docsify', false],
  ['//rpc/x', false],
])('%s is %s for the API', (url, isApi) => {
  expect(isApiUrl(url)).toBe(isApi);
});
