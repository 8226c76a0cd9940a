import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataPath, FLORIDA, hasData, MOCK, NEW_JERSEY, NEW_JERSEY_MAPPING } from '../../testing/data.ts';
import { inFolder } from '../../testing/in-folder.ts';
import { openPortal, type Portal } from '../../testing/open-portal.ts';
import { runCli } from '../../testing/run-cli.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const env = () => ({ HOMEWARD_API_KEY: portal.partner.key, HOMEWARD_BASE_URL: portal.baseUrl });
const syncJson = async (...words: string[]) => {
  const ran = await runCli(['sync', ...words, '--json'], env());
  return { ...ran, report: JSON.parse(ran.stdout) };
};

const listing = (externalId: string, more: object = {}) => ({
  kind: 'service',
  externalId,
  title: { en: `Title of ${externalId}` },
  description: { en: 'Something that helps.' },
  country: 'TH',
  location: { visibility: 'area', area: 'Chiang Mai' },
  ...more,
});

describe('a file of our own', () => {
  test('goes in, a second run sends nothing, and a change sends what has changed', async () => {
    const all = [listing('a'), listing('b'), { ...listing('c'), kind: 'course', course: { hoursTotal: 12 } }];
    using folder = inFolder({ 'listings.json': JSON.stringify(all) });
    portal.writes();

    const first = await syncJson(folder.path('listings.json'));
    expect(first.code, first.stderr).toBe(0);
    expect(first.report.counts).toMatchObject({ created: 3, changed: 0, unchanged: 0, faults: 0 });
    expect(portal.writes()).toHaveLength(3);

    const second = await syncJson(folder.path('listings.json'));
    expect(second.report.counts).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
    expect(portal.writes()).toEqual([]);

    folder.write('listings.json', JSON.stringify([listing('a', { topics: ['legal'] }), ...all.slice(1)]));
    const third = await syncJson(folder.path('listings.json'));
    expect(third.report.counts).toMatchObject({ created: 0, changed: 1, unchanged: 2 });
    expect(portal.writes()).toEqual(['PUT /v1/services/a']);
    expect(await portal.homeward.services.get('a')).toMatchObject({ topics: ['legal'] });
  });

  test('that was withdrawn is published again, although nothing in it has changed', async () => {
    using folder = inFolder({ 'listings.json': JSON.stringify([listing('back')]) });
    await syncJson(folder.path('listings.json'));
    await portal.homeward.services.withdraw('back');

    const { report } = await syncJson(folder.path('listings.json'));

    expect(report.counts).toMatchObject({ changed: 1 });
    expect((await portal.homeward.services.get('back')).status).toBe('published');
  });

  test('that says the same in another order and form sends nothing, whatever the portal has made of it', async () => {
    using folder = inFolder({
      'listings.json': JSON.stringify([
        listing('same', { languages: ['TH', 'en', 'th'], title: { en: '  Spaces  ' } }),
      ]),
    });
    await syncJson(folder.path('listings.json'));

    const { report } = await syncJson(folder.path('listings.json'));

    expect(report.counts).toMatchObject({ changed: 0, unchanged: 1 });
  });

  test('with one record that the portal refuses tells its place, and publishes the others', async () => {
    // two spellings of one language: a rule that the JSON Schema can not say
    const twice = { en: 'English', EN: 'English again' };
    const refused = listing('refused', { title: twice, description: twice });
    using folder = inFolder({
      'listings.ndjson': [listing('good-1'), refused, listing('good-2')]
        .map((one) => JSON.stringify(one))
        .join('\n'),
    });

    const { code, report } = await syncJson(folder.path('listings.ndjson'));

    expect(code).toBe(1);
    expect(report.counts).toMatchObject({ created: 2, refused: 1 });
    const place = { code: 'refused', file: 'listings.ndjson', line: 2 };
    expect(report.problems).toMatchObject([
      { ...place, pointer: '/title/EN' },
      { ...place, pointer: '/description/EN' },
    ]);
  });

  test('in a dry run is compared and not sent', async () => {
    using folder = inFolder({ 'listings.json': JSON.stringify([listing('dry')]) });
    portal.writes();

    const { code, report } = await syncJson(folder.path('listings.json'), '--dry-run');

    expect(code).toBe(0);
    expect(report).toMatchObject({ dryRun: true, counts: { created: 1 } });
    expect(portal.writes()).toEqual([]);
  });
});

test('a service whose status says that it is over is taken off the portal, if it was there', async () => {
  const head = 'id,name,description,status\n';
  using folder = inFolder({
    'services.csv': `${head}over-1,Office,We help.,active\nover-2,Other,We help.,active\n`,
  });
  await syncJson(folder.path(), '--country', 'TH');
  folder.write(
    'services.csv',
    `${head}over-1,Office,We help.,defunct\nover-2,Other,We help.,active\nover-3,Never there,We help.,inactive\n`,
  );

  const { report } = await syncJson(folder.path(), '--country', 'TH');

  expect(report.counts).toMatchObject({ created: 0, changed: 0, unchanged: 1, withdrawn: 1 });
  expect((await portal.homeward.services.get('over-1')).status).toBe('withdrawn');
});

test('a key that is not accepted is said in a line, before anything is sent', async () => {
  using folder = inFolder({ 'listings.json': JSON.stringify([listing('a')]) });
  portal.writes();

  const { code, stdout, stderr } = await runCli(['sync', folder.path('listings.json')], {
    ...env(),
    HOMEWARD_API_KEY: 'hw_live_wrong',
  });

  expect(code).toBe(1);
  expect(stdout).toMatch(/^Stopped: 401 not-signed-in: .*is it the right API key\?/m);
  expect(stdout + stderr).not.toMatch(/hw_live_wrong|\n\s+at /);
  expect(portal.writes()).toEqual([]);
});

test('Ctrl-C ends it with a summary and 130, and running it again brings the rest without doubles', async () => {
  const all = Array.from({ length: 200 }, (_, index) => listing(`many-${index}`));
  using folder = inFolder({ 'listings.json': JSON.stringify(all) });

  let interrupted = false;
  const stopped = await runCli(
    ['sync', folder.path('listings.json'), '--concurrency', '2'],
    env(),
    (said, interrupt) => {
      if (interrupted || !/^50 of 200$/m.test(said)) return;
      interrupted = true;
      interrupt();
    },
  );
  expect(stopped.code).toBe(130);
  expect(stopped.stdout).toMatch(/\d+ created, 0 changed, 0 unchanged, \d+ not sent\./);
  expect(stopped.stdout).toContain(
    'Stopped by you. Nothing is half-written; run the same command again to go on.',
  );
  expect(stopped.stderr).not.toMatch(/\n\s+at /);

  const { report } = await syncJson(folder.path('listings.json'));
  expect(report.counts.created + report.counts.unchanged).toBe(200);
  expect(report.counts.unchanged).toBeGreaterThanOrEqual(50);
  const there = await portal.homeward.services.list({ limit: 200 }).toArray({ limit: 10_000 });
  expect(there.filter(({ externalId }) => externalId.startsWith('many-'))).toHaveLength(200);
});

test.skipIf(!hasData(FLORIDA))(
  'the Florida legal-aid directory goes in, 129 of its 135 rows, and again changes nothing',
  async () => {
    const first = await syncJson(dataPath(FLORIDA), '--country', 'US');
    expect(first.code).toBe(1);
    expect(first.report.counts).toMatchObject({ records: 135, created: 129, refused: 0, faults: 6 });

    portal.writes();
    const second = await syncJson(dataPath(FLORIDA), '--country', 'US');
    expect(second.report.counts).toMatchObject({ created: 0, changed: 0, unchanged: 129, refused: 0 });
    expect(portal.writes()).toEqual([]);
  },
);

test.skipIf(!hasData(MOCK))('the HSDS mock directory goes in, its one service once', async () => {
  const { code, report } = await syncJson(dataPath(MOCK));

  expect(code).toBe(0);
  expect(report.counts).toMatchObject({ records: 1, created: 1, faults: 0 });
});

test.skipIf(!hasData(NEW_JERSEY))(
  'the New Jersey courses go in through their mapping, 857 of 1,001, and again change nothing',
  async () => {
    const words = [dataPath(NEW_JERSEY), '--map', NEW_JERSEY_MAPPING];
    const first = await syncJson(...words);
    expect(first.code).toBe(1);
    expect(first.report.counts).toMatchObject({
      records: 1001,
      skipped: 5,
      created: 857,
      refused: 0,
      faults: 139,
    });

    portal.writes();
    const second = await syncJson(...words);
    expect(second.report.counts).toMatchObject({ created: 0, changed: 0, unchanged: 857 });
    expect(portal.writes()).toEqual([]);
  },
);
