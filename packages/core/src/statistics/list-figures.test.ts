import type { Figure, FigureTable } from '@homeward/contracts/figure';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addCounsellor,
  addStaff,
  type CounsellorContext,
  createWorld,
  type World,
} from '../../testing/index.ts';
import { sayMissing } from '../counsellor/index.ts';
import { type Context, newId } from '../kernel/index.ts';
import { listFigures } from './list-figures.ts';
import { periodsOver } from './to-tables.ts';

const NOW = '2026-11-24T01:00:00Z';
const MOST_PEOPLE = 40;

let world: World;
let admin: Context;
let counsellors: CounsellorContext[];
let people: string[];
let hour = 0;

interface Session {
  by: number;
  who: number;
  month: string;
  language?: string;
  modality?: string;
  status?: string;
  waited?: number;
  cancelled?: { by: 'person' | 'organisation'; hoursBefore: number };
  interpreter?: string;
}

/** Writes what took place, as the owner of the tables. Each at an hour of its own. */
async function addSessions(sessions: readonly Session[]): Promise<void> {
  const rows = sessions.map((session) => {
    const starts = Date.parse(`${session.month}-02T03:00:00Z`) + (hour++ % 600) * 3_600_000;
    const { actor } = counsellors[session.by] ?? {};
    return {
      id: newId(world.system),
      organisation_id: actor?.organisationId,
      counsellor_id: actor?.staffId,
      person_id: people[session.who],
      status: session.cancelled ? 'cancelled' : (session.status ?? 'fulfilled'),
      starts: new Date(starts),
      ends: new Date(starts + 3_000_000),
      modality: session.modality ?? 'video',
      language: session.language ?? 'id',
      created_at: new Date(starts - (session.waited ?? 3) * 86_400_000 - 3_600_000),
      cancelled_at: session.cancelled ? new Date(starts - session.cancelled.hoursBefore * 3_600_000) : null,
      cancelled_by: session.cancelled?.by ?? null,
      interpreter: session.interpreter ?? null,
    };
  });
  await world.rows(
    `INSERT INTO appointment (id, organisation_id, counsellor_id, person_id, reference, status, period, blocked_period, modality,
       language, person_zone, created_at, cancelled_at, cancelled_by, interpreter_language)
     SELECT id, organisation_id, counsellor_id, person_id, 'A-1', status, tstzrange(starts, ends), tstzrange(starts, ends), modality,
       language, 'UTC', created_at, cancelled_at, cancelled_by, interpreter FROM jsonb_to_recordset($1::jsonb) AS r (id uuid,
       organisation_id uuid, counsellor_id uuid, person_id uuid, status text, starts timestamptz, ends timestamptz, modality text,
       language text, created_at timestamptz, cancelled_at timestamptz, cancelled_by text, interpreter text)`,
    [JSON.stringify(rows)],
  );
}

const PRACTICES = ['counselling', 'counselling', 'counselling', 'health', 'health', 'legal', 'work'] as const;

beforeAll(async () => {
  world = await createWorld({ now: NOW });
  const [first] = [await addCounsellor(world, { alias: 'C0', practice: PRACTICES[0] })];
  const { organisationId } = first.actor;
  counsellors = [first];
  for (const [index, practice] of PRACTICES.entries())
    if (index > 0)
      counsellors.push(await addCounsellor(world, { alias: `C${index}`, practice, organisationId }));
  admin = await addStaff(world, { role: 'organisation-admin', organisationId });
  const made = await world.rows<{ id: string }>(
    `INSERT INTO person (id, access_number_index, passphrase_hash, created_at)
     SELECT gen_random_uuid(), sha256(n::text::bytea), '', now() FROM generate_series(1, ${MOST_PEOPLE}) AS n RETURNING id`,
  );
  people = made.map(({ id }) => id);
});
afterAll(() => world[Symbol.asyncDispose]());

const table = (tables: readonly FigureTable[], figure: Figure): FigureTable => {
  const found = tables.find((one) => one.figure === figure);
  if (!found) throw new Error(`there is no table ${figure}`);
  return found;
};
/** The values of a row by column. */
const row = (tables: readonly FigureTable[], figure: Figure, since: string) => {
  const { columns, rows } = table(tables, figure);
  const values = rows.find((one) => one.since === since)?.values ?? [];
  return Object.fromEntries(columns.map((column, index) => [column, values[index]]));
};

describe('an organisation’s admin', () => {
  it('sees how many sessions were held, how long people waited, and who gave back how long before', async () => {
    const month = '2026-03';
    const each = <Value>(count: number, make: (index: number) => Value) =>
      Array.from({ length: count }, (_, i) => make(i));
    await addSessions([
      ...each(10, (who) => ({ by: 0, who, month, waited: who, modality: who < 5 ? 'video' : 'phone' })),
      ...each(6, (who) => ({ by: 5, who, month, waited: 20, status: 'booked', language: 'th' })),
      ...each(7, (who) => ({ by: 0, who, month, status: 'noshow' })),
      ...each(8, (who) => ({ by: 1, who, month, cancelled: { by: 'person' as const, hoursBefore: 30 } })),
      ...each(5, (who) => ({
        by: 1,
        who,
        month,
        cancelled: { by: 'organisation' as const, hoursBefore: 2 },
      })),
    ]);
    const figures = await listFigures(admin, undefined);
    const on = (figure: Figure) => row(figures, figure, '2026-03-01');
    expect(on('held')).toEqual({ '': 16 });
    expect(on('held-practice')).toEqual({ counselling: 10, legal: 6 });
    expect(on('held-modality')).toEqual({ phone: 5, video: 11 });
    expect(on('held-language')).toEqual({ id: 10, th: 6 });
    expect(on('held-counsellor')).toEqual({ C0: 10, C5: 6 });
    expect(on('wait-median')).toEqual({ '': 7, counselling: 4, legal: 20 });
    expect(on('wait-most')).toEqual({ '': 20, counselling: 8, legal: 'hidden' });
    expect(on('cancelled-by')).toEqual({ person: 8, organisation: 5 });
    expect(on('cancelled-before')).toEqual({ week: 8, day: 5 });
    expect(row(figures, 'held', '2026-04-01')).toEqual({ '': 0 });
  });

  it('sees only months that are over everywhere, and only the last twelve: no two answers can be taken from each other', async () => {
    expect(periodsOver(Date.parse(NOW), 1)).toHaveLength(12);
    expect(periodsOver(Date.parse(NOW), 1).at(-1)).toBe('2026-10-01');
    expect(periodsOver(Date.parse('2026-11-01T23:59:59Z'), 1).at(-1)).toBe('2026-09-01');
    expect(periodsOver(Date.parse('2026-11-02T00:00:00Z'), 1).at(-1)).toBe('2026-10-01');
    expect(periodsOver(Date.parse('2026-02-10T00:00:00Z'), 3)).toEqual([
      '2025-01-01',
      '2025-04-01',
      '2025-07-01',
      '2025-10-01',
    ]);
    await addSessions(
      Array.from({ length: 6 }, (_, who) => ({ by: 0, who, month: '2026-11', language: 'vi' })),
    );
    await addSessions(
      Array.from({ length: 6 }, (_, who) => ({ by: 0, who, month: '2025-10', language: 'vi' })),
    );
    const figures = await listFigures(admin, undefined);
    expect(table(figures, 'held-language').columns).not.toContain('vi');
    expect(table(figures, 'held').rows.map(({ since }) => since)).toEqual(periodsOver(Date.parse(NOW), 1));
  });

  it('counts people, not sessions: what one person did twenty times is hidden', async () => {
    const month = '2026-05';
    await addSessions(Array.from({ length: 20 }, () => ({ by: 0, who: 1, month, language: 'my' })));
    const figures = await listFigures(admin, undefined);
    for (const figure of ['held', 'held-practice', 'held-counsellor', 'wait-median'] as const)
      expect(new Set(Object.values(row(figures, figure, '2026-05-01')).filter(Boolean)), figure).toEqual(
        new Set(['hidden']),
      );
  });

  it('sees nothing of another organisation, and nobody else sees anything', async () => {
    const other = await addCounsellor(world);
    const stranger = await addStaff(world, {
      role: 'organisation-admin',
      organisationId: other.actor.organisationId,
    });
    const figures = await listFigures(stranger, undefined);
    expect(table(figures, 'held').columns).toEqual([]);
    for (const context of [world.visitor, await world.person(), other, world.system])
      await expect(listFigures(context, undefined)).rejects.toMatchObject({
        code: context === world.visitor ? 'not-signed-in' : 'forbidden',
      });
  });
});

describe('whoever looks in vain', () => {
  it('is counted with what they looked for, and nothing tells who it was', async () => {
    const person = await world.person();
    for (let times = 0; times < 5; times++) await sayMissing(person, { practice: 'legal', language: 'my' });
    await sayMissing(world.visitor, { language: 'km', modality: 'chat' });
    expect(
      await world.rows(
        `SELECT on_date::text, practice, language, modality, times FROM missing_help ORDER BY times`,
      ),
    ).toEqual([
      { on_date: '2026-11-24', practice: '', language: 'km', modality: 'chat', times: 1 },
      { on_date: '2026-11-24', practice: 'legal', language: 'my', modality: '', times: 5 },
    ]);
    const audited = await world.rows<{ row: string }>(
      `SELECT to_jsonb(e)::text AS row FROM audit_entry e WHERE action = 'counsellor.say-missing'`,
    );
    expect(audited).toHaveLength(6);
    expect(JSON.stringify(audited)).not.toContain(person.actor.personId);
  });

  it('is shown to admins by the quarter that is over, once five have said so', async () => {
    world.clock.set('2027-01-03T00:00:00Z');
    try {
      const figures = await listFigures(admin, undefined);
      expect(row(figures, 'missing-language', '2026-10-01')).toEqual({ km: 'hidden', my: 'hidden' });
      expect(row(figures, 'missing-modality', '2026-10-01')).toEqual({ '': 'hidden', chat: 'hidden' });
    } finally {
      world.clock.set(NOW);
    }
  });
});

it('lets nobody compute a hidden number back from what is shown', async () => {
  // Small and smaller numbers in months of every shape, drawn once and for all.
  let seed = 7;
  const draw = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * most);
  };
  const months = [
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
    '2026-04',
    '2026-06',
    '2026-07',
    '2026-08',
    '2026-09',
    '2026-10',
  ];
  const sessions = months.flatMap((month, index) =>
    Array.from({ length: 4 + index * 4 }, () => ({
      by: Math.min(draw(7), draw(9)),
      who: draw(6 + index * 3),
      month,
      language: ['id', 'th', 'my', 'vi', 'km'][Math.min(draw(5), draw(5))] ?? 'id',
      modality: ['video', 'phone', 'chat', 'in-person'][draw(4)] ?? 'video',
    })),
  );
  await addSessions(sessions);
  const figures = await listFigures(admin, undefined);
  const practiceOf = (column: string) => PRACTICES[Number(column.slice(1))] ?? '';
  let hiddenCells = 0;
  let shownCells = 0;
  for (const month of months) {
    const since = `${month}-01`;
    const total = row(figures, 'held', since)['']; // the one sum that all tables share
    const practices = row(figures, 'held-practice', since);
    const byPractice = Map.groupBy(Object.entries(row(figures, 'held-counsellor', since)), ([name]) =>
      practiceOf(name),
    );
    // What an attacker has: groups of cells of which the sum is known, when it is.
    const groups: { cells: [string, unknown][]; sum: unknown }[] = [
      ...(['held-practice', 'held-modality', 'held-language'] as const).map((figure) => ({
        cells: Object.entries(row(figures, figure, since)),
        sum: total,
      })),
      { cells: [...byPractice.values()].flat(), sum: total },
      ...[...byPractice].map(([practice, cells]) => ({ cells, sum: practices[practice] })),
      {
        // Counsellors of what is hidden, as what is left when all practices that are shown are taken away.
        cells: [...byPractice]
          .filter(([practice]) => practices[practice] === 'hidden')
          .flatMap(([, cells]) => cells),
        sum: typeof total === 'number' ? total - sumOf(Object.values(practices)) : 'hidden',
      },
    ];
    for (const { cells, sum } of groups) {
      const hidden = cells.filter(([, value]) => value === 'hidden');
      shownCells += cells.length - hidden.length;
      for (const [, value] of cells)
        if (typeof value === 'number') expect(value === 0 || value >= 5).toBe(true);
      if (hidden.length === 0 || typeof sum !== 'number') continue;
      hiddenCells += hidden.length;
      const left = sum - sumOf(cells.map(([, value]) => value));
      // What is left belongs to two cells at least, and is of five people at least: each of them can be many numbers.
      expect(hidden.length, `${since}: ${JSON.stringify(cells)}`).toBeGreaterThanOrEqual(2);
      expect(left, `${since}: ${JSON.stringify(cells)}`).toBeGreaterThanOrEqual(5);
    }
  }
  // The draw has to have hidden and shown a good deal, or this shows nothing.
  expect(hiddenCells).toBeGreaterThan(40);
  expect(shownCells).toBeGreaterThan(40);
});

const sumOf = (values: readonly unknown[]): number =>
  values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
