import { describe, expect, it } from 'vitest';
import { systemRandom } from '../kernel/index.ts';
import { assertPassphrase, hashPassphrase, verifyPassphrase } from './passphrase.ts';

const secrets = { pepper: systemRandom.bytes(32), lookupKey: systemRandom.bytes(32) };
const context = { random: systemRandom, ports: { secrets } as never };

describe('assertPassphrase', () => {
  it.each(['blue river stone', 'แม่น้ำสีน้ำเงิน', 'မြစ်ပြာကျောက်', '蓝色的河边石头路', 'sungai biru'])(
    'takes %s',
    (passphrase) => {
      expect(() => assertPassphrase(passphrase)).not.toThrow();
    },
  );

  it.each(['', 'short', '1234567', '       a      '])('refuses %j as too short', (passphrase) => {
    expect(() => assertPassphrase(passphrase)).toThrow(
      expect.objectContaining({ code: 'passphrase-too-short' }),
    );
  });

  it.each([
    'password',
    'Password1',
    '12345678',
    'aaaaaaaaaa',
    'abcabcabcabc',
    'qwertyuiop',
    'iloveyou1',
    '11111111',
    'Homeward2026!',
    'my passphrase',
    'counsellor-77',
    'KK Park 2024',
  ])('refuses %s as too common', (passphrase) => {
    expect(() => assertPassphrase(passphrase)).toThrow(
      expect.objectContaining({ code: 'passphrase-too-common' }),
    );
  });
});

describe('hashPassphrase', () => {
  it('is verified by the same passphrase, also composed otherwise, and by no other', async () => {
    const stored = await hashPassphrase(context, 'tư vấn tâm lý');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassphrase(context, 'tư vấn tâm lý'.normalize('NFD'), stored)).toBe(true);
    expect(await verifyPassphrase(context, 'tu van tam ly', stored)).toBe(false);
  });

  it('is verified with the space that a phone adds, and with a space of another width', async () => {
    const stored = await hashPassphrase(context, '蓝色 河边 石头路');
    for (const typed of ['蓝色 河边 石头路 ', ' 蓝色\u3000河边\u00a0石头路']) {
      expect(await verifyPassphrase(context, typed, stored)).toBe(true);
    }
    expect(await verifyPassphrase(context, '蓝色河边石头路', stored)).toBe(false);
  });

  it('is not verified under another pepper', async () => {
    const stored = await hashPassphrase(context, 'blue river stone');
    const other = { ports: { secrets: { ...secrets, pepper: systemRandom.bytes(32) } } as never };
    expect(await verifyPassphrase(other, 'blue river stone', stored)).toBe(false);
  });

  it('is never verified where there is no account', async () => {
    expect(await verifyPassphrase(context, 'blue river stone', undefined)).toBe(false);
  });
});
