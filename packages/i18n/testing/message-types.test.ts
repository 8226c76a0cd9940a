import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messageTypes } from './message-types.ts';

test('the generated types are those of the messages: else run `npm run generate --workspace @homeward/i18n`', () => {
  const read = (path: string) => readFileSync(new URL(`../src/${path}`, import.meta.url), 'utf8');
  expect(read('generated/message-arguments.ts')).toBe(messageTypes(JSON.parse(read('messages/en.json'))));
});
