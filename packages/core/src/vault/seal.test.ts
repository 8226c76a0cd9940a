import { expect, it } from 'vitest';
import { systemRandom } from '../kernel/index.ts';
import { seal, unseal } from './seal.ts';

const key = systemRandom.bytes(32);
const place = { table: 'appointment', column: 'call_me_sealed', row: 'row-1' };

it('opens with the same key at the same place', () => {
  expect(unseal(key, place, seal(systemRandom, key, place, 'มะลิ')).toString()).toBe('มะลิ');
});

it('does not open in another row, column or table, nor with another key', () => {
  const sealed = seal(systemRandom, key, place, 'x');
  for (const other of [
    { ...place, row: 'row-2' },
    { ...place, column: 'other' },
    { ...place, table: 'other' },
  ]) {
    expect(() => unseal(key, other, sealed)).toThrow();
  }
  expect(() => unseal(systemRandom.bytes(32), place, sealed)).toThrow();
});

it('does not open when any byte was changed, or when it is cut short', () => {
  const sealed = seal(systemRandom, key, place, 'secret');
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(() => unseal(key, place, changed)).toThrow();
    expect(() => unseal(key, place, sealed.subarray(0, at))).toThrow();
  }
});

it('never gives the same bytes twice', () => {
  expect(seal(systemRandom, key, place, 'x').equals(seal(systemRandom, key, place, 'x'))).toBe(false);
});
