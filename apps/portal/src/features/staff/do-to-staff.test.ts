import { expect, it } from 'vitest';
import { visitWith } from '../../../testing/answering-api.ts';
import { doToStaff } from './do-to-staff.ts';

const ID = '01a20cdc-bbbd-7a7b-86db-5eb4cc0c3c6a';
const form = (typed: Record<string, string>) => new URLSearchParams(typed);

it.each([
  ['withdraw', 'staff.withdrawInvitation', {}],
  ['deactivate', 'staff.deactivate', {}],
  ['reactivate', 'staff.reactivate', {}],
  ['make-admin', 'staff.changeRole', { role: 'organisation-admin' }],
  ['make-staff', 'staff.changeRole', { role: 'partner-staff' }],
  ['reset-factor', 'staff.resetSecondFactor', {}],
  ['reset-passphrase', 'staff.resetPassphrase', {}],
])('a button “%s” does %s to the one it stands beside, and nothing else', async (name, deed, more) => {
  const { visit, asked } = visitWith({ data: { id: ID } });
  const done = await doToStaff(visit, form({ do: name, id: ID, role: 'platform-admin' }), undefined);
  expect(done).toEqual({ ok: true, value: { id: ID } });
  expect(asked).toEqual([{ deed, input: { id: ID, ...more } }]);
});

it('invites into one’s own organisation, or into the one whose page this is', async () => {
  const invite = form({ do: 'invite', role: 'counsellor', name: 'Sari' });
  const input = { role: 'counsellor', displayName: 'Sari' };
  const { visit, asked } = visitWith({ data: { id: ID, code: '1234' } });
  expect(await doToStaff(visit, invite, undefined)).toEqual({ ok: true, value: { id: ID, code: '1234' } });
  await doToStaff(visit, invite, ID);
  expect(asked.map((one) => one.input)).toEqual([input, { ...input, organisationId: ID }]);
});

it.each([
  { do: 'invite', role: 'king', name: 'Sari' },
  { do: 'invite', role: 'counsellor', name: ' ' },
  { do: 'deactivate', id: 'not-an-id' },
  { do: 'deactivate' },
  { do: 'toString', id: ID },
  {},
])('asks the API for nothing when a form holds %j', async (typed) => {
  const { visit, asked } = visitWith({ data: { id: ID } });
  const done = await doToStaff(visit, form(Object.fromEntries(Object.entries(typed))), undefined);
  expect(done).toEqual({ ok: true, value: undefined });
  expect(asked).toEqual([]);
});

it('hands back a refusal that the page has words for, and throws any other', async () => {
  const deed = form({ do: 'make-staff', id: ID });
  expect(await doToStaff(visitWith({ refuses: 'conflict' }).visit, deed, undefined)).toMatchObject({
    ok: false,
    code: 'conflict',
  });
  const unproved = doToStaff(visitWith({ refuses: 'step-up-required' }).visit, deed, undefined);
  await expect(unproved).rejects.toMatchObject({ code: 'step-up-required' });
});
