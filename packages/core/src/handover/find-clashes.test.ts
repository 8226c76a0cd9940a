import { describe, expect, it } from 'vitest';
import type { Colleague } from './colleague.ts';
import { decideClashes } from './find-clashes.ts';
import type { Going } from './find-going.ts';

const MINUTE = 60_000;
const colleague: Colleague = {
  id: 'c',
  organisation_id: 'o',
  alias: 'Sari',
  zone: 'Asia/Jakarta',
  modalities: ['video', 'phone'],
  buffer_before_minutes: 10,
  buffer_after_minutes: 15,
};
/** From minute `from` to minute `to`. */
const going = (id: string, from: number, to: number, modality: Going['modality'] = 'video'): Going => ({
  id,
  personId: 'p',
  reference: id,
  modality,
  from: from * MINUTE,
  to: to * MINUTE,
});
const clashesOf = (rows: Going[], taken: [number, number][] = []) =>
  Object.fromEntries(
    decideClashes(
      rows,
      colleague,
      taken.map(([from, to]) => ({ from: from * MINUTE, to: to * MINUTE })),
    ),
  );

describe('an appointment that a colleague is to take', () => {
  it.each([
    ['runs into what they have', [[90, 110]], { a: 'taken' }],
    ['reaches it with the buffer before', [[60, 91]], { a: 'taken' }],
    ['reaches it with the buffer after', [[174, 200]], { a: 'taken' }],
    [
      'only touches it',
      [
        [60, 90],
        [175, 200],
      ],
      {},
    ],
    ['has nothing in the way', [], {}],
  ] as [string, [number, number][], object][])('clashes exactly where it %s', (_, taken, clashes) => {
    expect(clashesOf([going('a', 100, 160)], taken)).toEqual(clashes);
  });

  it('clashes when the colleague does not meet that way, whether or not they have time', () => {
    expect(clashesOf([going('a', 100, 160, 'in-person')])).toEqual({ a: 'way' });
  });

  it('clashes with one that goes along, when the colleague needs more time between than there is', () => {
    expect(clashesOf([going('b', 160, 220), going('a', 100, 160)])).toEqual({ b: 'taken' });
    expect(clashesOf([going('b', 185, 220), going('a', 100, 160)])).toEqual({});
  });
});
