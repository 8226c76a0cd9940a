import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { masterKeysFile } from './master-keys-file.ts';
import { keepSecrets } from './secrets.ts';

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'homeward-secrets-'));
});
afterEach(() => rmSync(dataFolder, { recursive: true }));

describe('the secrets', () => {
  it('are made at the first start, for their owner only, and stay', async () => {
    const first = await keepSecrets({ dataFolder, masterKeyFile: undefined, isNew: true });
    const [masterKey] = await masterKeysFile({ dataFolder, masterKeyFile: undefined }).read();
    const made = [first.pepper, first.lookupKey, masterKey?.key];
    for (const key of made) expect(key).toHaveLength(32);
    expect(new Set(made.map((key) => key?.toString('hex'))).size).toBe(3);
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

  it('take the master keys from a file of their own, which then are nowhere else', async () => {
    const masterKeyFile = path.join(dataFolder, 'key');
    const { read } = masterKeysFile({ dataFolder, masterKeyFile });
    writeFileSync(masterKeyFile, `${Buffer.alloc(32, 7).toString('base64')}\n`);
    await keepSecrets({ dataFolder, masterKeyFile, isNew: true });
    expect(await read()).toEqual([{ id: '1', key: Buffer.alloc(32, 7) }]);
    await expect(keepSecrets({ dataFolder, masterKeyFile: undefined, isNew: false })).rejects.toThrow(
      'masterKeys',
    );
    for (const text of ['short', '1:short', '']) {
      writeFileSync(masterKeyFile, text);
      await expect(keepSecrets({ dataFolder, masterKeyFile, isNew: false })).rejects.toThrow('is no key');
    }
  });
});

describe('the master keys', () => {
  const lines = [1, 2].map((n) => Buffer.alloc(32, n).toString('base64'));
  const keys = [
    { id: '1', key: Buffer.alloc(32, 1) },
    { id: '2', key: Buffer.alloc(32, 2) },
  ];

  it('are read by name from either file, where a key without a name is the first', async () => {
    const masterKeyFile = path.join(dataFolder, 'key');
    writeFileSync(masterKeyFile, `${lines[0]}\n2:${lines[1]}\n`);
    expect(await masterKeysFile({ dataFolder, masterKeyFile }).read()).toEqual(keys);
    writeFileSync(path.join(dataFolder, 'secrets.json'), JSON.stringify({ masterKey: lines[0] }));
    expect(await masterKeysFile({ dataFolder, masterKeyFile: undefined }).read()).toEqual(keys.slice(0, 1));
  });

  it('are written without touching the other secrets, for their owner only', async () => {
    await keepSecrets({ dataFolder, masterKeyFile: undefined, isNew: true });
    const before = await keepSecrets({ dataFolder, masterKeyFile: undefined, isNew: false });
    const place = masterKeysFile({ dataFolder, masterKeyFile: undefined });
    await place.write(keys);
    expect(await place.read()).toEqual(keys);
    expect(await keepSecrets({ dataFolder, masterKeyFile: undefined, isNew: false })).toEqual(before);
    expect(statSync(place.file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataFolder)).toEqual(['secrets.json']);
  });

  it('are refused when two have one name', async () => {
    const masterKeyFile = path.join(dataFolder, 'key');
    writeFileSync(masterKeyFile, `${lines[0]}\n1:${lines[1]}\n`);
    await expect(masterKeysFile({ dataFolder, masterKeyFile }).read()).rejects.toThrow('is no key');
  });
});
