import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Listening, listen } from './listen.ts';
import { chain } from './listener.ts';
import { serveFiles } from './serve-files.ts';

let listening: Listening;
let origin: string;
const folder = mkdtempSync(path.join(tmpdir(), 'homeward-files-'));

beforeAll(async () => {
  mkdirSync(path.join(folder, '_astro'));
  writeFileSync(path.join(folder, '_astro/page.abc.css'), 'body { margin: 0 }');
  writeFileSync(path.join(folder, 'robots.txt'), 'User-agent: *');
  listening = await listen({ port: 0, host: '127.0.0.1', answer: chain([serveFiles(folder)]) });
  origin = `http://127.0.0.1:${listening.port}`;
});
afterAll(async () => {
  await listening.close();
  rmSync(folder, { recursive: true, force: true });
});

it('serves a file with its type, to be kept for ever when its name holds its content', async () => {
  const response = await fetch(`${origin}/_astro/page.abc.css`);
  expect(await response.text()).toBe('body { margin: 0 }');
  expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect((await fetch(`${origin}/robots.txt`)).headers.get('cache-control')).toBe('no-cache');
});

it('answers 304 to a browser that has the file', async () => {
  const etag = (await fetch(`${origin}/robots.txt`)).headers.get('etag') ?? '';
  const again = await fetch(`${origin}/robots.txt`, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

it('has nothing outside its folder, and nothing for a POST', async () => {
  for (const url of [
    '/../secrets.json',
    '/%2e%2e/secrets.json',
    '/_astro/',
    '/_astro/../robots.txt%00',
    '/.',
  ]) {
    expect((await fetch(origin + url)).status, url).toBe(404);
  }
  expect((await fetch(`${origin}/robots.txt`, { method: 'POST' })).status).toBe(404);
});

it('goes on serving when its folder is made anew under it', async () => {
  rmSync(path.join(folder, '_astro'), { recursive: true });
  expect((await fetch(`${origin}/_astro/page.abc.css`)).status).toBe(200);
});
