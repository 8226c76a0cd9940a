import type { Delivery, Sender } from '@homeward/core/kernel';
import { renderUpdateMessage } from '@homeward/i18n';
import { createTransport } from 'nodemailer';
import { isLoopback, type MailSettings } from './message-settings.ts';

/** Together less than the time for which a worker has a message for itself. */
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;
const WHOLE_MS = 60_000;

/** One bare address and nothing that could be read as another. */
const ONE_ADDRESS = /^[^\s<>()[\],;:"\\@]{1,64}@[^\s<>()[\],;:"\\@]{1,255}$/;

/**
 * Sends by any SMTP server: encrypted, or not at all, unless the server is on this machine. The Message-ID is the event's own
 * id at the sender's domain, so that a second copy is known for one. Nothing in the mail names this host or this software.
 */
export function openMailSender({ url, from }: MailSettings): { send: Sender; close(): void } {
  const domain = from.slice(from.indexOf('@') + 1);
  const secure = url.protocol === 'smtps:';
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isLoopback(url),
    ignoreTLS: !secure && isLoopback(url),
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    // What we greet with; the default is the host's own name.
    name: domain,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const send: Sender = async ({ id, address, locale, codeWord }) => {
    // The library reads several out of what is not one; the contract lets none of those in.
    if (!ONE_ADDRESS.test(address)) return { kind: 'refused' };
    const message = renderUpdateMessage({ channel: 'email', locale, codeWord });
    if (message.channel !== 'email') return { kind: 'later', why: 'no-mail' };
    const sending = transport.sendMail({
      from: { name: message.sender, address: from },
      to: { name: '', address },
      envelope: { from, to: [address] },
      subject: message.subject,
      text: `${message.text}\n`,
      messageId: `<${id}@${domain}>`,
      // So that no absence note answers, and says to whom it does.
      headers: { 'Auto-Submitted': 'auto-generated' },
      xMailer: false,
    });
    const { promise: late, resolve } = Promise.withResolvers<Delivery>();
    const timer = setTimeout(() => resolve({ kind: 'later', why: 'too-slow' }), WHOLE_MS);
    try {
      return await Promise.race([sending.then(() => ({ kind: 'sent' as const }), toDelivery), late]);
    } finally {
      clearTimeout(timer);
    }
  };
  return { send, close: () => transport.close() };
}

/** Steps at which a refusal is of this address or this message, and not of us: our name, our login, our sender. */
const OF_THE_ADDRESS = new Set(['RCPT TO', 'DATA']);

/** What an error of the mail server means. Its words are not looked at: they repeat the address. */
function toDelivery(error: unknown): Delivery {
  const { responseCode, command } = (typeof error === 'object' && error !== null ? error : {}) as {
    responseCode?: unknown;
    command?: unknown;
  };
  const code = typeof responseCode === 'number' ? responseCode : undefined;
  if (code !== undefined && code >= 500 && OF_THE_ADDRESS.has(String(command))) return { kind: 'refused' };
  return { kind: 'later', why: code !== undefined && code >= 500 ? 'server-refuses-us' : 'server-not-now' };
}
