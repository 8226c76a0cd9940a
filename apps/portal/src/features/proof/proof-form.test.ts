import { expect, it } from 'vitest';
import { carriedFields, takeProof } from './proof-form.ts';

it('carries everything that was typed, each value of a name, in order', () => {
  const form = new URLSearchParams('do=set&days=MO&days=SU&codeWord=&address=%2B66&note=a%0Ab');
  expect(carriedFields(form)).toEqual([
    ['do', 'set'],
    ['days', 'MO'],
    ['days', 'SU'],
    ['codeWord', ''],
    ['address', '+66'],
    ['note', 'a\nb'],
  ]);
});

it.each(['passphrase', 'old', 'code', 'passkey', 'secret', 'number'])(
  'carries nothing at all when a form holds a %s',
  (name) => {
    expect(carriedFields(new URLSearchParams({ do: 'x', [name]: 'y' }))).toBeUndefined();
  },
);

it('takes a proof out, and leaves the form as its own page made it', () => {
  const form = new URLSearchParams('do=set&proof.passphrase=p&days=MO&proof.show=1');
  expect(takeProof(form)).toEqual({ passphrase: 'p', code: '', passkey: '', show: true });
  expect(form.toString()).toBe('do=set&days=MO');
  expect(takeProof(form)).toBeUndefined();
});
