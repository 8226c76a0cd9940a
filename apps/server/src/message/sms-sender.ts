import type { Delivery, Sender } from '@homeward/core/kernel';
import { renderUpdateMessage } from '@homeward/i18n';
import type { Json, SmsSettings } from './message-settings.ts';

const WHOLE_MS = 20_000;

/** What says that we, not the number, are at fault, or that it is too early: token, permission, proxy, pace. */
const OF_US = new Set([401, 403, 407, 408, 425, 429]);

/**
 * Sends by the operator's SMS gateway: one POST of JSON. The event's id goes along, by which a gateway knows a repeat. No
 * redirect is followed, and nothing of the answer but its status is looked at.
 */
export function openSmsSender({ url, header, body }: SmsSettings, timeoutMs = WHOLE_MS): Sender {
  return async ({ id, address, locale, codeWord }): Promise<Delivery> => {
    const { text } = renderUpdateMessage({ channel: 'sms', locale, codeWord });
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'content-type': 'application/json',
          'idempotency-key': id,
          'user-agent': 'http-client',
          ...(header && { [header[0]]: header[1] }),
        },
        body: JSON.stringify(fillIn(body, { to: address, text, id })),
      });
      await response.body?.cancel();
      return readStatus(response.status);
    } catch {
      return { kind: 'later', why: 'gateway-not-reached' };
    }
  };
}

function readStatus(status: number): Delivery {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status >= 400 && status < 500 && !OF_US.has(status)) return { kind: 'refused' };
  return { kind: 'later', why: status < 500 ? 'gateway-refuses-us' : 'gateway-not-now' };
}

/** The template with its places filled in, inside its texts only: what is filled in cannot add to its form. */
function fillIn(template: Json, values: Readonly<Record<'to' | 'text' | 'id', string>>): Json {
  if (typeof template === 'string')
    return template.replace(/\{(to|text|id)\}/g, (_, name: 'to' | 'text' | 'id') => values[name]);
  if (Array.isArray(template)) return template.map((item) => fillIn(item, values));
  if (typeof template === 'object' && template !== null)
    return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, fillIn(value, values)]));
  return template;
}
