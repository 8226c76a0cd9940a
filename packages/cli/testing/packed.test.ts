import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortal } from './open-portal.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const modules = path.join(root, 'node_modules');
const isWindows = process.platform === 'win32';

let folder: string;
let project: string;

/** npm with the Node of the tests, on its own. */
async function npm(cwd: string, ...words: string[]): Promise<string> {
  const PATH = `${path.join(modules, '.bin')}${path.delimiter}${process.env.PATH ?? ''}`;
  const { stdout } = await run('npm', words, {
    cwd,
    shell: isWindows,
    env: { ...process.env, PATH, npm_config_update_notifier: 'false' },
  });
  return stdout;
}

// Packed from a copy: packing swaps the manifest for a moment, and other tests read it.
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'homeward-packed-'));
  const tarballs = path.join(folder, 'tarballs');
  project = path.join(folder, 'project');
  for (const one of [tarballs, project, path.join(folder, 'packages')]) mkdirSync(one, { recursive: true });
  symlinkSync(modules, path.join(folder, 'node_modules'), 'junction');
  cpSync(path.join(root, 'tsconfig.base.json'), path.join(folder, 'tsconfig.base.json'));
  for (const name of ['sdk', 'cli']) {
    const from = path.join(root, 'packages', name);
    cpSync(from, path.join(folder, 'packages', name), {
      recursive: true,
      filter: (file) => !['node_modules', 'dist'].includes(path.basename(file)),
    });
    await npm(path.join(folder, 'packages', name), 'pack', '--pack-destination', tarballs);
  }
  // what the CLI depends on, from what is installed here: the project is made without a network
  const dependencies = ['citty', 'csv-parse'].map((name) => path.join(modules, name));
  await npm(folder, 'pack', '--ignore-scripts', ...dependencies, '--pack-destination', tarballs);
  writeFileSync(
    path.join(project, 'package.json'),
    JSON.stringify({ name: 'empty', private: true, type: 'module' }),
  );
  const files = readdirSync(tarballs).map((name) => path.join(tarballs, name));
  await npm(project, 'install', '--offline', '--no-audit', '--no-fund', ...files);
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const installed = (...names: string[]) => path.join(project, 'node_modules', ...names);

test('the tarballs hold what is published and nothing else', () => {
  const walk = (at: string): string[] =>
    readdirSync(at, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(at, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

  const sdk = walk(installed('@homeward', 'sdk'));
  expect(sdk).toEqual(
    expect.arrayContaining(['dist/index.js', 'dist/index.d.ts', 'package.json', 'README.md']),
  );
  expect(sdk.filter((file) => !/^(dist\/.*\.(js|d\.ts)|package\.json|README\.md)$/.test(file))).toEqual([]);

  const cli = walk(installed('@homeward', 'cli'));
  expect(cli).toEqual(
    expect.arrayContaining(['bin/homeward.mjs', 'dist/main.js', 'examples/nj-etpl.mapping.json']),
  );
  expect(cli.filter((file) => /\.test\.|(?<!\.d)\.ts$|testing|tooling/.test(file))).toEqual([]);
});

test('in an empty project the SDK publishes by import and by require, and its types are strict', async () => {
  const portal = await openPortal();
  try {
    writeFileSync(
      path.join(project, 'publish.mjs'),
      `import { Homeward, NotFoundError } from '@homeward/sdk';
       const homeward = new Homeward();
       const service = await homeward.services.upsert('one', { title: { en: 'A' }, description: { en: 'B' }, country: 'TH', location: { visibility: 'area' } });
       const missing = await homeward.services.get('two').catch((error) => error instanceof NotFoundError);
       for await (const listing of homeward.services.list()) console.log(listing.externalId, listing.status, missing);`,
    );
    writeFileSync(
      path.join(project, 'needs.cjs'),
      `const { Homeward } = require('@homeward/sdk'); new Homeward().organisation.get().then(({ name }) => console.log(name));`,
    );
    writeFileSync(
      path.join(project, 'typed.mts'),
      `import { ApiError, Homeward, type Service, type ServiceBody } from '@homeward/sdk';
       const body: ServiceBody = { title: { en: 'A' }, description: { en: 'B' }, country: 'TH', location: { visibility: 'area' } };
       const service: Service = await new Homeward().services.upsert('one', body);
       // @ts-expect-error a country is a text
       await new Homeward().services.upsert('one', { ...body, country: 1 });
       // @ts-expect-error a limit must be given
       await new Homeward().services.list().toArray({});
       export const status: string = service.status;
       export const isApi = (error: unknown): number => (error instanceof ApiError ? error.status : 0);`,
    );
    const env = { ...process.env, HOMEWARD_API_KEY: portal.partner.key, HOMEWARD_BASE_URL: portal.baseUrl };
    expect((await run(process.execPath, ['publish.mjs'], { cwd: project, env })).stdout).toBe(
      'one published true\n',
    );
    expect((await run(process.execPath, ['needs.cjs'], { cwd: project, env })).stdout).toBe(
      'Example Open Door\n',
    );

    const tsc = path.join(modules, 'typescript', 'bin', 'tsc');
    const compilerOptions = {
      noEmit: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      module: 'nodenext',
      target: 'es2022',
      lib: ['es2023', 'dom'],
      types: [],
    };
    writeFileSync(
      path.join(project, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['typed.mts'] }),
    );
    const { stdout } = await run(process.execPath, [tsc], { cwd: project }).catch((error) => error);
    expect(stdout).toBe('');
  } finally {
    await portal.close();
  }
});

test('in an empty project `homeward` checks and publishes a folder', async () => {
  const portal = await openPortal();
  try {
    mkdirSync(path.join(project, 'directory'));
    writeFileSync(
      path.join(project, 'directory', 'services.csv'),
      'id,name,description\n1,Advice,We advise.\n2,,Nameless\n',
    );
    const env = { ...process.env, HOMEWARD_API_KEY: portal.partner.key, HOMEWARD_BASE_URL: portal.baseUrl };
    const homeward = (...words: string[]) =>
      run(process.execPath, [installed('@homeward', 'cli', 'bin', 'homeward.mjs'), ...words], {
        cwd: project,
        env,
      }).catch((error) => error);

    expect((await npm(project, 'exec', '--offline', '--', 'homeward', '--version')).trim()).toBe('0.1.0');
    expect(await homeward('lint', 'directory')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('services.csv:3 name (2): its name is empty'),
    });
    expect((await homeward('sync', 'directory')).stdout).toContain('1 created, 0 changed, 0 unchanged.');
    expect((await homeward('sync', 'directory')).stdout).toContain('0 created, 0 changed, 1 unchanged.');
  } finally {
    await portal.close();
  }
});
