import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepSecrets } from './secrets.ts';

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'homeward-secrets-'));
});
afterEach(() => rmSync(dataFolder, { recursive: true }));

describe('the secrets', () => {
  it('are made at the first start, for their owner only, and stay', async () => {
    const first = await keepSecrets({ dataFolder, masterKeyFile: undefined, isNew: true });
    expect(first.masterKey).toHaveLength(32);
    expect(new Set(Object.values(first).map((key) => key.toString('hex'))).size).toBe(3);
    expect(statSync(path.join(dataFolder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(await keepSecrets({ dataFolder, masterKeyFile: undefined, isNew: false })).toEqual(first);
  });

  it('are the same for all that start at once', async () => {
    const place = { dataFolder, masterKeyFile: undefined, isNew: true };
    const all = await Promise.all(Array.from({ length: 8 }, () => keepSecrets(place)));
    for (const secrets of all) expect(secrets).toEqual(all[0]);
  });

  it('are never made anew for a database in use', async () => {
    const lost = keepSecrets({ dataFolder, masterKeyFile: undefined, isNew: false });
    await expect(lost).rejects.toThrow('put it back from a backup');
  });

  it('are refused when damaged or cut short', async () => {
    for (const text of ['{"pepper":"c2hvcnQ"}', '{"pepper":', '']) {
      writeFileSync(path.join(dataFolder, 'secrets.json'), text);
      await expect(keepSecrets({ dataFolder, masterKeyFile: undefined, isNew: true })).rejects.toThrow(
        'backup',
      );
    }
  });

  it('take the master key from a file of its own, which then is nowhere else', async () => {
    const masterKeyFile = path.join(dataFolder, 'key');
    writeFileSync(masterKeyFile, `${Buffer.alloc(32, 7).toString('base64')}\n`);
    const secrets = await keepSecrets({ dataFolder, masterKeyFile, isNew: true });
    expect(secrets.masterKey).toEqual(Buffer.alloc(32, 7));
    await expect(keepSecrets({ dataFolder, masterKeyFile: undefined, isNew: false })).rejects.toThrow(
      'masterKey',
    );
    writeFileSync(masterKeyFile, 'short');
    await expect(keepSecrets({ dataFolder, masterKeyFile, isNew: false })).rejects.toThrow('is no key');
  });
});
