import type { ErrorCode } from '@homeward/contracts/error-code';
import { expect, it } from 'vitest';
import { visitWith } from '../../../testing/answering-api.ts';
import { doToSignIn } from './do-to-sign-in.ts';

const ID = '01a20cdc-bbbd-7a7b-86db-5eb4cc0c3c6a';
const PASSPHRASES = { do: 'passphrase', old: 'the one until now', passphrase: 'a new one that is long' };
const post = (given: Parameters<typeof visitWith>[0], typed: Record<string, string>) =>
  doToSignIn(visitWith(given).visit, new URLSearchParams(typed));

it('takes away the passkey that was named; one that is gone already is what was wished for', async () => {
  const typed = { do: 'remove-passkey', id: ID };
  const { visit, asked } = visitWith({ data: { id: ID } });
  expect(await doToSignIn(visit, new URLSearchParams(typed))).toEqual({ goTo: '/care/me?removed' });
  expect(asked).toEqual([{ deed: 'secondFactor.removePasskey', input: { id: ID } }]);
  expect(await post({ refuses: 'not-found' }, typed)).toEqual({ goTo: '/care/me?removed' });
});

it('says that the last second factor stays', async () => {
  const { faults } = await post({ refuses: 'conflict' }, { do: 'remove-passkey', id: ID });
  expect(faults?.map(({ field }) => field)).toEqual(['main']);
});

it('shows new recovery codes on the page itself, where no address leads to them', async () => {
  expect(await post({ data: { recoveryCodes: ['1', '2'] } }, { do: 'renew-codes' })).toEqual({
    codes: ['1', '2'],
  });
});

it.each([
  [
    { do: 'end', id: ID },
    { deed: 'session.end', input: { id: ID } },
  ],
  [
    { do: 'end-others', id: '' },
    { deed: 'session.endOthers', input: undefined },
  ],
])('ends sessions by %j', async (typed, deed) => {
  const { visit, asked } = visitWith({ data: {} });
  expect(await doToSignIn(visit, new URLSearchParams(typed))).toEqual({ goTo: '/care/me?ended' });
  expect(asked).toEqual([deed]);
});

it('changes the passphrase for the old one, and asks nothing of the API while one is missing', async () => {
  const { visit, asked } = visitWith({ data: {} });
  expect((await doToSignIn(visit, new URLSearchParams({ ...PASSPHRASES, old: '' }))).faults).toHaveLength(1);
  expect(asked).toEqual([]);
  expect(await doToSignIn(visit, new URLSearchParams(PASSPHRASES))).toEqual({
    goTo: '/care/me?passphrase',
  });
  const input = { oldPassphrase: PASSPHRASES.old, passphrase: PASSPHRASES.passphrase };
  expect(asked).toEqual([{ deed: 'staff.changePassphrase', input }]);
});

it.each([
  ['wrong-sign-in', 'old'],
  ['passphrase-too-short', 'passphrase'],
  ['passphrase-too-common', 'passphrase'],
  ['too-many-requests', 'old'],
] as [ErrorCode, string][])('says %s beside the field “%s”', async (refuses, field) => {
  const { faults } = await post({ refuses }, PASSPHRASES);
  expect(faults?.map((fault) => fault.field)).toEqual([field]);
});

it.each(['remove-passkey', 'renew-codes'])(
  'leaves it to the middleware to ask for a proof before %s',
  async (deed) => {
    const refused = post({ refuses: 'step-up-required' }, { do: deed, id: ID });
    await expect(refused).rejects.toMatchObject({ code: 'step-up-required' });
  },
);
