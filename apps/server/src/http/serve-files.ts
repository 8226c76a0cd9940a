import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Listener } from './listener.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * Serves the files of a folder as they are now, out of memory: they are few and small, and a build that is made anew
 * under a running server takes nothing away from it.
 */
export function serveFiles(folder: string): Listener {
  const files = readFiles(folder);
  return (request, response, next) => {
    const file = files.get(request.url?.split('?')[0] ?? '');
    if (file === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    for (const [name, value] of Object.entries(file.headers)) response.setHeader(name, value);
    if (request.headers['if-none-match'] === file.headers.etag) {
      response.writeHead(304).end();
      return;
    }
    response.setHeader('content-length', file.body.length);
    response.end(request.method === 'HEAD' ? undefined : file.body);
  };
}

function readFiles(folder: string) {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    found.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const url = `/${path.relative(folder, file).split(path.sep).join('/')}`;
      const body = readFileSync(file);
      const headers = {
        'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
        etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
        // The build puts a hash of the content into these names.
        'cache-control': url.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      };
      return [url, { body, headers }] as const;
    }),
  );
}
