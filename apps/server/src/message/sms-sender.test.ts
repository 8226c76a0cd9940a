import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { parseSms } from './message-settings.ts';
import { openSmsSender } from './sms-sender.ts';

const ID = '01939c1e-0000-7000-8000-000000000001';
const message = { id: ID, address: '+66812345678', locale: 'en' as const, codeWord: 'river' };

interface Got {
  headers: IncomingHttpHeaders;
  path: string | undefined;
  body: unknown;
}
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A gateway on loopback that answers as told, and what it got. */
async function openGateway(answer: RequestListener) {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      got.push({ headers: request.headers, path: request.url, body: JSON.parse(text || 'null') });
      answer(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { got, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/send` };
}
const open = (settings: Record<string, string>, timeoutMs?: number) => {
  const sms = parseSms((name) => settings[name]);
  if (sms === undefined) throw new Error('not set up');
  return openSmsSender(sms, timeoutMs);
};
const answering = (status: number, headers = {}) =>
  openGateway((_request, response) => response.writeHead(status, headers).end('+66812345678'));

it('posts the number, the one text and the event’s id, with the operator’s header', async () => {
  const { got, url } = await answering(202);
  const send = open({ SMS_GATEWAY_URL: url, SMS_GATEWAY_HEADER: 'Authorization: Bearer abc' });
  expect(await send(message)).toEqual({ kind: 'sent' });
  expect(got).toMatchObject([
    {
      path: '/send',
      headers: { authorization: 'Bearer abc', 'idempotency-key': ID, 'content-type': 'application/json' },
      body: { to: '+66812345678', text: 'river: you have an update.', id: ID },
    },
  ]);
  expect(JSON.stringify(got)).not.toMatch(/homeward/i);
});

it('fills in the operator’s own form, in which a code word is only a text', async () => {
  const { got, url } = await answering(200);
  const send = open({
    SMS_GATEWAY_URL: url,
    SMS_GATEWAY_BODY: '{"messages":[{"to":["{to}"],"content":"{text}","kind":7}]}',
  });
  await send({ ...message, codeWord: '"}],"to":["+1"' });
  await send({ ...message, codeWord: '{to}{id}' });
  expect(got.map(({ body }) => body)).toEqual([
    { messages: [{ to: ['+66812345678'], content: '"}],"to":["+1": you have an update.', kind: 7 }] },
    { messages: [{ to: ['+66812345678'], content: '{to}{id}: you have an update.', kind: 7 }] },
  ]);
});

it.each([
  [200, 'sent'],
  [400, 'refused'],
  [404, 'refused'],
  [422, 'refused'],
  [401, 'later'],
  [403, 'later'],
  [429, 'later'],
  [500, 'later'],
  [503, 'later'],
])('takes %i for "%s"', async (status, kind) => {
  const { got, url } = await answering(status);
  expect(await open({ SMS_GATEWAY_URL: url })(message)).toMatchObject({ kind });
  expect(got).toHaveLength(1);
});

it('follows no redirect', async () => {
  const other = await answering(200);
  const { got, url } = await answering(307, { location: other.url });
  expect(await open({ SMS_GATEWAY_URL: url })(message)).toMatchObject({ kind: 'later' });
  expect(got).toHaveLength(1);
  expect(other.got).toEqual([]);
});

it('waits for no gateway for long, and repeats nothing of what went wrong', async () => {
  const { got, url } = await openGateway(() => undefined);
  expect(await open({ SMS_GATEWAY_URL: url }, 300)(message)).toEqual({
    kind: 'later',
    why: 'gateway-not-reached',
  });
  expect(got, 'it was asked').toHaveLength(1);
});
