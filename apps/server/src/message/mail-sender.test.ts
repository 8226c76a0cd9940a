import os from 'node:os';
import type { Outgoing } from '@homeward/core/kernel';
import { afterEach, expect, it } from 'vitest';
import { headersOf, openMailPeer, refusal } from '../../testing/mail-peer.ts';
import { openMailSender } from './mail-sender.ts';

const FROM = 'news@post.example';
const ID = '01939c1e-0000-7000-8000-000000000001';
const message = (given: Partial<Outgoing> = {}): Outgoing => ({
  id: ID,
  address: 'somebody@example.org',
  locale: 'en',
  codeWord: 'river',
  ...given,
});

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
/** A mail server with these answers, and our way to it. */
async function meet(...given: Parameters<typeof openMailPeer>) {
  const peer = await openMailPeer(...given);
  closing.push(() => peer[Symbol.asyncDispose]());
  const { send, close } = openMailSender({ url: peer.url, from: FROM });
  closing.push(close);
  return { peer, send };
}
const decode = (raw: string) => raw.replaceAll(/=\r\n/g, '');

it('sends one plain mail to one address that says only that there is an update, and the code word', async () => {
  const { peer, send } = await meet();
  expect(await send(message())).toEqual({ kind: 'sent' });
  const [mail] = peer.received;
  expect(mail).toMatchObject({ from: FROM, to: ['somebody@example.org'] });
  expect(peer.received).toHaveLength(1);
  expect(
    decode(mail?.raw ?? '')
      .split('\r\n\r\n')[1]
      ?.trim(),
  ).toBe('river: you have an update.');
});

it('has no header that tells where it is from, what it is about or that it is opened', async () => {
  const { peer, send } = await meet();
  await send(message());
  const headers = headersOf(peer.received[0]?.raw ?? '');
  expect([...headers.keys()].sort()).toEqual(
    [
      'from',
      'to',
      'subject',
      'message-id',
      'date',
      'mime-version',
      'content-type',
      'content-transfer-encoding',
      'auto-submitted',
    ].sort(),
  );
  expect(headers.get('message-id')).toBe(`<${ID}@post.example>`);
  const raw = `${peer.received[0]?.raw} ${peer.greeted.join(' ')}`;
  expect(raw).not.toMatch(/nodemailer|homeward|https?:|<img/i);
  expect(raw).not.toContain(os.hostname());
});

it.each([
  'a\r\nBcc: other@example.org',
  'a\nSubject: appointment',
  'x\r\n\r\n<script>',
  'a\u2028Bcc: b@example.org',
  '\r\n.\r\nMAIL FROM:<x@example.org>\r\n',
])('lets a code word add no header, no address and no command: %j', async (codeWord) => {
  const { peer, send } = await meet();
  expect(await send(message({ codeWord }))).toEqual({ kind: 'sent' });
  expect(peer.received).toHaveLength(1);
  expect(peer.received[0]?.to).toEqual(['somebody@example.org']);
  const headers = headersOf(peer.received[0]?.raw ?? '');
  expect(headers.has('bcc')).toBe(false);
  expect(headers.get('subject')).toBe('You have an update');
});

it.each([
  'a@example.org, b@example.org',
  'a@example.org\r\nRCPT TO:<b@example.org>',
  'x <a@example.org> b@example.org',
])('reaches nobody else by what stands where an address should: %j', async (address) => {
  const { peer, send } = await meet();
  expect(await send(message({ address }))).toEqual({ kind: 'refused' });
  expect(peer.received).toEqual([]);
});

it('takes 5xx of the address or the mail for a refusal for good, and 4xx for "not now"', async () => {
  for (const [code, kind] of [
    [550, 'refused'],
    [450, 'later'],
  ] as const) {
    const says = () => refusal(code, 'somebody@example.org is not here');
    const atAddress = await meet({ onRecipient: says });
    expect(await atAddress.send(message())).toMatchObject({ kind });
    const atMail = await meet({ onMail: says });
    expect(await atMail.send(message())).toMatchObject({ kind });
  }
});

it('blames no address when the server refuses us, and repeats nothing of what it says', async () => {
  const { peer } = await meet(
    {},
    {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(refusal(535, 'no')),
    },
  );
  const url = new URL(`smtp://user:wrong@127.0.0.1:${peer.port}`);
  const { send, close } = openMailSender({ url, from: FROM });
  closing.push(close);
  expect(await send(message())).toEqual({ kind: 'later', why: 'server-refuses-us' });
});

it('says "not now" when the line breaks after the whole mail was handed over', async () => {
  const { peer, send } = await meet({ onMail: () => 'drop' });
  expect(await send(message())).toEqual({ kind: 'later', why: 'server-not-now' });
  expect(peer.received, 'the mail was handed over').toHaveLength(1);
});

it('says "not now" when nobody is there', async () => {
  const { peer } = await meet();
  const { send, close } = openMailSender({ url: peer.url, from: FROM });
  closing.push(close);
  await peer[Symbol.asyncDispose]();
  expect(await send(message())).toEqual({ kind: 'later', why: 'server-not-now' });
});

it('hands no mail to a server beyond this machine that offers no encryption', async () => {
  const { peer } = await meet();
  // Not named like loopback, though it leads there: the name decides, and it is resolved by the hosts file.
  const elsewhere = new URL(`smtp://[::ffff:127.0.0.1]:${peer.port}`);
  const { send, close } = openMailSender({ url: elsewhere, from: FROM });
  closing.push(close);
  expect(await send(message())).toMatchObject({ kind: 'later' });
  expect(peer.greeted).toEqual([]);
  expect(peer.received).toEqual([]);
});
