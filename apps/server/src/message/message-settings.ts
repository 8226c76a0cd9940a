import { CannotStart } from '@homeward/db/embedded';

export interface MailSettings {
  url: URL;
  /** The neutral address that messages come from. */
  from: string;
}

export interface SmsSettings {
  url: URL;
  /** `[name, value]` of the header that lets us in; undefined: none. */
  header: readonly [name: string, value: string] | undefined;
  /** What is posted; in its texts `{to}`, `{text}` and `{id}` are filled in. */
  body: Json;
}

/** What JSON can say. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

type Read = (name: string) => string | undefined;

/** `127.0.0.0/8`, `::1` and `localhost`: what never leaves this machine. */
export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);

// No address is repeated: it may hold a password.
/** Both or none. */
export function parseMail(read: Read): MailSettings | undefined {
  const [text, from] = [read('SMTP_URL'), read('MAIL_FROM')];
  if (text === undefined && from === undefined) return undefined;
  if (text === undefined || from === undefined)
    throw new CannotStart(
      `${text === undefined ? 'SMTP_URL' : 'MAIL_FROM'} is missing: set both, or neither.`,
    );
  if (!/^smtps?:\/\//.test(text) || !URL.canParse(text) || new URL(text).hostname === '')
    throw new CannotStart('SMTP_URL is no mail server: write smtp://user:password@host:587 or smtps://….');
  if (!/^[^\s@<>",;:\\]{1,64}@[A-Za-z0-9.-]{1,255}$/.test(from))
    throw new CannotStart('MAIL_FROM is no bare mail address: write news@example.org.');
  return { url: new URL(text), from };
}

const DEFAULT_BODY = '{"to":"{to}","text":"{text}","id":"{id}"}';

export function parseSms(read: Read): SmsSettings | undefined {
  const text = read('SMS_GATEWAY_URL');
  const [header, body] = [read('SMS_GATEWAY_HEADER'), read('SMS_GATEWAY_BODY')];
  if (text === undefined) {
    const stray = header === undefined ? body && 'SMS_GATEWAY_BODY' : 'SMS_GATEWAY_HEADER';
    if (stray) throw new CannotStart(`${stray} is set without SMS_GATEWAY_URL: set that too, or neither.`);
    return undefined;
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))))
    throw new CannotStart('SMS_GATEWAY_URL must be https://host/path (or http on this machine).');
  return { url, header: parseHeader(header), body: parseBody(body ?? DEFAULT_BODY) };
}

function parseHeader(text: string | undefined): SmsSettings['header'] {
  if (text === undefined) return undefined;
  const [, name, value] = /^([A-Za-z0-9-]{1,64}):\s*([\x20-\x7e]{1,2000})$/.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  throw new CannotStart('SMS_GATEWAY_HEADER is no header: write "Authorization: Bearer …".');
}

function parseBody(text: string): Json {
  try {
    const body: Json = JSON.parse(text);
    const whole = JSON.stringify(body);
    if (whole.includes('{to}') && whole.includes('{text}')) return body;
  } catch {
    // The line below says it.
  }
  throw new CannotStart(`SMS_GATEWAY_BODY must be JSON with {to} and {text} in it, such as ${DEFAULT_BODY}.`);
}
