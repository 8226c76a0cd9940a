import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findRunningPostgres } from '@homeward/db/embedded';
import { Client } from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { startServer } from '../testing/start-server.ts';

it('an operator sees that the audit log is whole, and after a change, which row is not', {
  timeout: 180_000,
}, async () => {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'homeward-audit-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  const none = await run(dataFolder, 'audit-verify.ts');
  expect(none).toMatchObject({ code: 1, output: expect.stringContaining('There is no database') });

  const first = await startServer({ dataFolder, command: ['work'] });
  for (const name of ['One', 'Two', 'Three'])
    await run(dataFolder, 'admin.ts', 'organisation', 'create', '--name', name, '--country', 'TH');
  await first.stop();
  const anchors = readFileSync(path.join(dataFolder, 'audit-anchor.jsonl'), 'utf8');
  expect(anchors, 'anchored at the stop').toMatch(/^\{"seq":3,"hash":"[0-9a-f]{64}","at":"[^"]+"\}\n$/);
  const whole = await run(dataFolder, 'audit-verify.ts');
  expect(whole).toMatchObject({ code: 0, output: 'The audit log is whole: 3 rows, 1 anchors hold.\n' });

  const second = await startServer({ dataFolder, command: ['work'] });
  const id = await asOwner(dataFolder, `UPDATE audit_entry SET subject_id = NULL WHERE seq = 2 RETURNING id`);
  const changed = await run(dataFolder, 'audit-verify.ts');
  expect(changed).toMatchObject({
    code: 1,
    output: expect.stringContaining(`Row 2 (id ${id}) was changed.`),
  });
  await second.stop();
});

it('the application’s login is not enough to read the audit log', async () => {
  const env = {
    DATABASE_URL: 'postgresql://homeward_server:x@localhost/homeward',
    KEYS_DATABASE_URL: 'postgresql://homeward_keys:x@localhost/keys',
  };
  const refused = await run('/nowhere', 'audit-verify.ts', env);
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('DATABASE_AUDITOR_URL') });
});

/** Runs a command of ours to its end, beside a server or without one. */
function run(
  dataFolder: string,
  script: string,
  ...rest: (string | Record<string, string>)[]
): Promise<{ code: number; output: string }> {
  const words = rest.filter((one) => typeof one === 'string');
  const env = Object.assign(
    { PATH: process.env.PATH, HOMEWARD_DATA: dataFolder },
    ...rest.filter((one) => typeof one !== 'string'),
  );
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(import.meta.dirname, script), ...words],
      { env },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
    );
  });
}

async function asOwner(dataFolder: string, statement: string): Promise<string | undefined> {
  const found = await findRunningPostgres(path.join(dataFolder, 'postgres'));
  const owner = new Client(found?.owner);
  await owner.connect();
  const { rows } = await owner.query<{ id: string }>(statement);
  await owner.end();
  return rows[0]?.id;
}
