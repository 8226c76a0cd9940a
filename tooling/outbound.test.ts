import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** Whatever could open a connection from the product to somewhere else, and why it may. */
const ALLOWED: Record<string, string> = {
  'apps/portal/src/scripts/leave.ts': 'ends the session on this host while the browser leaves',
  'apps/portal/src/scripts/passkey.ts': 'asks this host for the options of a passkey',
  'apps/portal/src/scripts/stay.ts': 'asks this host to keep the session',
  'apps/portal/src/visit/rpc.ts': 'the way to the API that the server gives with each request',
  'apps/server/src/serve.ts': 'API_URL, which the operator sets',
  'apps/server/src/message/mail-sender.ts': 'SMTP_URL, which the operator sets',
  'apps/server/src/message/sms-sender.ts': 'SMS_GATEWAY_URL, which the operator sets',
  'apps/server/src/http/serve-api.ts': 'hands a request to the API in this process',
};

const OPENS =
  /\bfetch\s*\(|\b(?:request|get|connect|createConnection)\s*\(\s*['"`](?:https?|tcp):|from 'node:(?:https|http2|tls|dgram|dns)(?:\/promises)?'|import [^;]*\b(?:connect|createConnection|Socket)\b[^;]*from 'node:net'|\b(?:WebSocket|EventSource|XMLHttpRequest|sendBeacon)\b|from '(?:axios|undici|got|ky|node-fetch|nodemailer)'/;

it('connects to nothing but its database and the addresses that the operator sets', () => {
  const found = globSync(
    ['apps/*/src/**/*.{ts,astro}', 'packages/{core,db,contracts,i18n,scheduling}/src/**/*.ts'],
    {
      cwd: root,
    },
  )
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) => OPENS.test(readFileSync(path.join(root, file), 'utf8')));
  expect(found.length).toBeGreaterThan(2);
  expect(found.filter((file) => ALLOWED[file] === undefined)).toEqual([]);
});

it('finds what opens a connection, however it is written', () => {
  for (const line of [
    `await fetch('https://example.org')`,
    `import { connect } from 'node:net';`,
    `navigator.sendBeacon('/x')`,
    `import ky from 'ky';`,
    `import { createTransport } from 'nodemailer';`,
    `new WebSocket(url)`,
  ])
    expect(line).toMatch(OPENS);
  expect('const { fetchApi } = deps;').not.toMatch(OPENS);
});
