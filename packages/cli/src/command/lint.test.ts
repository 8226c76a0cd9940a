import { expect, test } from 'vitest';
import { dataPath, FLORIDA, hasData, MOCK, NEW_JERSEY, NEW_JERSEY_MAPPING } from '../../testing/data.ts';
import { inFolder } from '../../testing/in-folder.ts';
import { runCli } from '../../testing/run-cli.ts';

const good = {
  kind: 'service',
  externalId: '1',
  title: { en: 'A' },
  description: { en: 'B' },
  country: 'TH',
  location: { visibility: 'area' },
};

test('a clean file is exit 0 and needs no key and no portal', async () => {
  using folder = inFolder({ 'a.json': JSON.stringify([good]) });

  const { code, stdout, stderr } = await runCli(['lint', folder.path('a.json')]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe('Homeward listings (JSON): 1 record, 1 ready.\nNo faults.\n');
});

test('every fault is a line with file, place, name and what to do, grouped and counted, and the exit is 1', async () => {
  const bad = [
    { ...good, externalId: '2', title: { en: '' } },
    { ...good, externalId: '3', description: { en: '' } },
    { ...good, externalId: '4', titel: {} },
  ];
  using folder = inFolder({ 'a.json': JSON.stringify([good, ...bad]) });

  const { code, stdout } = await runCli(['lint', folder.path('a.json')]);

  expect(code).toBe(1);
  expect(stdout).toBe(
    [
      'Values that must not be empty (2 faults)',
      '  a.json#/1/title/en: it is empty. Fill it in.',
      '  a.json#/2/description/en (A): it is empty. Fill it in.',
      '',
      'Values that do not fit (1 fault)',
      '  a.json#/3/titel (A): there is no such member. See the API reference for what it may be.',
      '',
      'Homeward listings (JSON): 4 records, 1 ready, 3 left out.',
      '3 faults: the records above that have one would be left out.',
      '',
    ].join('\n'),
  );
});

test('control characters of a file do not reach the terminal', async () => {
  using folder = inFolder({ 'services.csv': 'id,name,description\n1,\u001b[31mRed\u0007\u202e,\n' });

  const { stdout } = await runCli(['lint', folder.path()]);

  expect(stdout).toContain('[31mRed');
  expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test('with --json it is one document for programs', async () => {
  using folder = inFolder({ 'a.json': '[{]' });

  const { code, stdout } = await runCli(['lint', folder.path('a.json'), '--json']);

  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    command: 'lint',
    exitCode: 1,
    counts: { ready: 0, faults: 1 },
    problems: [{ code: 'broken-json', file: 'a.json', line: 1 }],
  });
});

test.each<[string[], RegExp]>([
  [['sync', 'x.json', '--dryrun-please'], /^homeward: there is no option --dryrun-please/],
  [['lint', 'a', 'b'], /^homeward: one file or folder at a time/],
  [['lint', 'x.json', '--kind', 'training'], /^homeward: --kind training is none of/],
  [['lint', 'x.json', '--country', 'Nowhere'], /^homeward: --country Nowhere is no country/],
  [['sync', 'x.json'], /^homeward: no API key. Set HOMEWARD_API_KEY/],
  [['sync', 'x.json', '--api-key', 'k'], /^homeward: no portal. Set HOMEWARD_BASE_URL/],
  [
    ['sync', 'x.json', '--api-key', 'k', '--base-url', 'http://127.0.0.1:1', '--concurrency', '99'],
    /^homeward: --concurrency/,
  ],
  [['sync'], /FILE/],
  [['fly'], /Unknown command/],
])('a call with a mistake, %j, says it in a line and exits with 1', async (words, said) => {
  const { code, stderr } = await runCli(words);

  expect(code).toBe(1);
  expect(stderr).toMatch(said);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('help names what it reads, how to call it and the exit codes', async () => {
  for (const words of [['--help'], ['lint', '--help'], ['sync', '--help']]) {
    const { code, stdout } = await runCli(words);

    expect(code).toBe(0);
    expect(stdout).toMatch(/USAGE homeward/);
    expect(stdout).toMatch(/WHAT IT READS[\s\S]*EXIT CODE/);
  }
});

test('a portal that is not there is said in a line', async () => {
  using folder = inFolder({ 'a.json': JSON.stringify([good]) });

  const { code, stdout } = await runCli([
    'sync',
    folder.path('a.json'),
    '--api-key',
    'k',
    '--base-url',
    'http://127.0.0.1:9',
  ]);

  expect(code).toBe(1);
  expect(stdout).toMatch(/^Stopped: The connection failed: .*run the same command again to go on\.$/m);
});

test.skipIf(!hasData(FLORIDA))(
  'of the Florida directory 129 rows are ready, and 6 have a fault at the line where they stand',
  async () => {
    const { stdout } = await runCli(['lint', dataPath(FLORIDA), '--json']);

    const { counts, problems } = JSON.parse(stdout);
    expect(counts).toMatchObject({ records: 135, ready: 129, faults: 6 });
    const faults = problems.filter(({ severity }: { severity: string }) => severity === 'fault');
    expect(faults.map(({ code, file, line }: Record<string, unknown>) => `${code} ${file}:${line}`)).toEqual([
      'shifted-row services.csv:65',
      ...[24, 41, 119, 125, 133].map((line) => `empty-value services.csv:${line}`),
    ]);
  },
);

test.skipIf(!hasData(MOCK))(
  'the HSDS mock directory has one service, whose impossible coordinates are left out',
  async () => {
    const { code, stdout } = await runCli(['lint', dataPath(MOCK), '--json']);

    const { counts, problems } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(counts).toMatchObject({ records: 1, ready: 1, faults: 0 });
    expect(problems).toContainEqual(expect.objectContaining({ code: 'left-out-value', field: 'latitude' }));
  },
);

test.skipIf(!hasData(NEW_JERSEY))(
  'of the 1,001 New Jersey courses 857 are ready, 139 have no provider and 5 are suspended',
  async () => {
    const { stdout } = await runCli(['lint', dataPath(NEW_JERSEY), '--map', NEW_JERSEY_MAPPING, '--json']);

    const { counts, problems } = JSON.parse(stdout);
    expect(counts).toMatchObject({ records: 1001, ready: 857, skipped: 5, faults: 139 });
    const faults = problems.filter(({ severity }: { severity: string }) => severity === 'fault');
    expect(
      faults.every(({ code, field }: Record<string, unknown>) => code === 'empty-value' && field === 'name'),
    ).toBe(true);
  },
);
