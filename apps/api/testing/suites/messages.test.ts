import { canary, createWorld, type World } from '@homeward/core/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRpc } from './open-rpc.ts';

let world: World;
let rpc: ReturnType<typeof openRpc>;
beforeAll(async () => {
  world = await createWorld();
  rpc = openRpc(world);
});
afterAll(() => world[Symbol.asyncDispose]());

const SAID = canary('said');
const GUESS = { accessNumber: SAID, passphrase: SAID };
/** Words of PostgreSQL, of the query and of our code, that a caller has no business with. */
const INSIDE =
  /select|insert|relation|constraint|violates|column|syntax|\$\d|kysely|pg_|stack|node_modules|\.ts\b|person|staff_/i;

it.each<[string, string, unknown, string]>([
  ['person', 'session.signIn', GUESS, 'access_number_index'],
  ['staff', 'session.signInStaff', { name: SAID, passphrase: SAID }, 'sign_in_index'],
  ['person', 'account.create', { passphrase: SAID }, 'passphrase_hash'],
  ['counsellor', 'counsellor.list', { locale: 'en' }, 'alias'],
])(
  'a broken table %s tells nothing to whoever calls %s, and its log no word of theirs',
  async (table, path, input, column) => {
    await world.rows(`ALTER TABLE ${table} RENAME COLUMN ${column} TO gone`);
    try {
      const answer = await rpc.ask(path, input);
      const text = await answer.text();
      expect(answer.status).toBe(500);
      expect(text).not.toMatch(INSIDE);
      expect(text).not.toContain(SAID);
      expect([...answer.headers.values()].join()).not.toMatch(/zqkanari/);
      expect(rpc.logged).toHaveLength(1);
      rpc.logged.length = 0;
    } finally {
      await world.rows(`ALTER TABLE ${table} RENAME COLUMN gone TO ${column}`);
    }
  },
);

it.each<[string, unknown]>([
  ['session.signIn', { ...GUESS, [SAID]: SAID }],
  ['session.signIn', { accessNumber: [SAID], passphrase: { [SAID]: SAID } }],
  ['listing.browse', { locale: SAID }],
  ['booking.book', { callMe: SAID }],
  [`${encodeURIComponent(SAID)}`, { a: SAID }],
])('a refusal repeats no value that was sent: %s', async (path, input) => {
  const answer = await rpc.ask(path, input);
  expect(answer.status).toBeLessThan(500);
  const values = (await answer.text()).replaceAll(/"pointer":"[^"]*"/g, '');
  expect(values).not.toContain(SAID);
});
