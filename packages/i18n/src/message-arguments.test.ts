import { expect, test } from 'vitest';
import { messageArguments } from './message-arguments.ts';

test.each([
  ['nothing', {}],
  ['{name} and {name}', { name: 'string' }],
  [
    '{count, plural, one {# of {total, number}} other {{name}}}',
    { count: 'number', name: 'string', total: 'number' },
  ],
  ['{kind, select, a {{x}} other {{y}}}', { kind: 'string', x: 'string', y: 'string' }],
])('%s', (message, expected) => {
  expect(Object.fromEntries(messageArguments(message))).toEqual(expected);
});

test.each(['{unclosed', '{a, plural, one {x}}', '{when, date}', '<b>bold</b>'])(
  '%s is refused',
  (message) => {
    expect(() => messageArguments(message)).toThrow(SyntaxError);
  },
);
