import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { startServer } from '../testing/start-server.ts';

it('an operator takes in an organisation, its key and its counsellor, beside the running server', {
  timeout: 180_000,
}, async () => {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'homeward-admin-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  const server = await startServer({ dataFolder, command: ['serve', 'api'] });
  const admin = (words: string[]) => runAdmin(dataFolder, words);

  const made = await admin(['organisation', 'create', '--name', 'Rumah Terang', '--country', 'ID']);
  const organisation = /^organisation (\S+)$/m.exec(made)?.[1] ?? '';
  const key = /^hw_live_\S+$/m.exec(
    await admin(['key', 'create', '--organisation', organisation, '--name', 'x']),
  )?.[0];
  const described = await fetch(`${server.url}/v1/organisation`, {
    headers: { authorization: `Bearer ${key}` },
  });
  expect(await described.json()).toMatchObject({ name: 'Rumah Terang' });

  const counsellor = ['--sign-in-name', 'ayu', '--alias', 'Ayu', '--country', 'ID', '--zone', 'Asia/Jakarta'];
  const ways = ['--languages', 'id,en', '--modalities', 'video'];
  const words = ['counsellor', 'create', '--organisation', organisation, ...counsellor, ...ways];
  const [, passphrase] = (await admin(words)).split('\n');
  const signedIn = await fetch(`${server.url}/rpc/session.signInStaff`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'ayu', passphrase }),
  });
  expect(signedIn.headers.get('set-cookie')).toContain('__Host-');

  await expect(admin(words)).rejects.toThrow('this sign-in name is in use');
  await expect(admin(['key', 'create', '--organisation', 'x', '--name', 'x'])).rejects.toThrow(
    '/organisationId',
  );
  await expect(admin(['key', 'delete'])).rejects.toThrow('Say what to do');
  await server.stop();
});

async function runAdmin(dataFolder: string, words: string[]): Promise<string> {
  const env = { PATH: process.env.PATH, HOMEWARD_DATA: dataFolder };
  const script = path.join(import.meta.dirname, 'admin.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...words], { env });
  return stdout;
}
