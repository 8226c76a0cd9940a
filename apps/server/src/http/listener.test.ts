import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { isApiUrl } from './api-paths.ts';
import { limitBody } from './limit-body.ts';
import { type Listening, listen } from './listen.ts';
import { chain } from './listener.ts';

let listening: Listening | undefined;
afterEach(async () => {
  await listening?.close();
  listening = undefined;
});

describe('a form that is posted', () => {
  it('gets through when it is as long as forms are', async () => {
    expect(await post({ 'content-length': '5' }, 'hello')).toEqual({ status: 200, text: 'a page' });
  });

  it('is refused by its length alone, before it is sent', async () => {
    expect((await post({ 'content-length': String(300 * 1024) }, '')).status).toBe(413);
  });

  it('is refused when it does not say how long it is', async () => {
    expect((await post({ 'transfer-encoding': 'chunked' }, 'hello')).status).toBe(411);
  });
});

it('what nothing answers is a plain 404', async () => {
  listening = await listen({
    port: 0,
    host: '127.0.0.1',
    answer: chain([(_request, _response, next) => next()]),
  });
  const response = await fetch(`http://127.0.0.1:${listening.port}/wp-login.php`);
  expect(response.status).toBe(404);
  expect(response.headers.get('cache-control')).toBe('no-store');
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

async function post(
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number; text: string }> {
  const answer = chain([limitBody, (_request, response) => response.end('a page')]);
  listening = await listen({ port: 0, host: '127.0.0.1', answer });
  const { port } = listening;
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text });
        sent.destroy();
      });
    });
    sent.on('error', reject);
    if (body === '') sent.flushHeaders();
    else sent.end(body);
  });
}
