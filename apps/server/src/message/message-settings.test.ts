import { CannotStart } from '@homeward/db/embedded';
import { expect, it } from 'vitest';
import { readEnvironment } from '../environment.ts';

it('sets up no way out unless the operator names one', () => {
  expect(readEnvironment({})).toMatchObject({ mail: undefined, sms: undefined });
});

it('reads a mail server with its sender, and a gateway with its header and form', () => {
  const settings = readEnvironment({
    SMTP_URL: 'smtps://user:secret@mail.example:465',
    MAIL_FROM: 'news@post.example',
    SMS_GATEWAY_URL: 'https://sms.example/send',
    SMS_GATEWAY_HEADER: 'X-Api-Key: abc',
  });
  expect(settings.mail?.from).toBe('news@post.example');
  expect(settings.sms).toMatchObject({
    header: ['X-Api-Key', 'abc'],
    body: { to: '{to}', text: '{text}', id: '{id}' },
  });
});

it.each<Record<string, string>>([
  { SMTP_URL: 'smtp://user:hunter2@mail.example' },
  { MAIL_FROM: 'news@post.example' },
  { SMTP_URL: 'http://user:hunter2@mail.example', MAIL_FROM: 'news@post.example' },
  { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'Help <hunter2@post.example>' },
  { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'hunter2@post.example\r\nBcc: x@y.example' },
  { SMS_GATEWAY_URL: 'http://hunter2.example/send' },
  { SMS_GATEWAY_HEADER: 'Authorization: hunter2' },
  { SMS_GATEWAY_URL: 'https://sms.example', SMS_GATEWAY_HEADER: 'hunter2\r\nx: y' },
  { SMS_GATEWAY_URL: 'https://sms.example', SMS_GATEWAY_BODY: '{"hunter2":"{to}"}' },
])('refuses, in one line that names the variable and repeats no secret: %j', (env) => {
  const read = () => readEnvironment(env);
  expect(read).toThrow(CannotStart);
  expect(read).toThrow(/^[A-Z_]+ [^\n]+$/);
  expect(read).not.toThrow('hunter2');
});
