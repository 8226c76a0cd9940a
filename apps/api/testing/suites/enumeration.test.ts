import { createInvitations } from '@homeward/core/invitation';
import { addCounsellor, addStaff, canary, createWorld, type World } from '@homeward/core/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRpc } from './open-rpc.ts';

/** In each round; `ENUMERATION=400 npx vitest run …` measures as many as the specification asks for. */
const ROUNDS = Number(process.env.ENUMERATION ?? 40);
const MOST_DIFFERENCE_MS = 5;
/** A machine that does other things meanwhile may spoil a measurement, but not each of them. */
const MEASUREMENTS = 3;

let world: World;
let rpc: ReturnType<typeof openRpc>;
const numbers: string[] = [];
const names: string[] = [];
/** Codes that are in the database, and past their time. */
const spareCodes: string[] = [];
let invitationCodes: readonly string[] = [];
/** A newcomer, who may redeem a code. */
let newcomer = '';
beforeAll(async () => {
  world = await createWorld();
  rpc = openRpc(world);
  for (let n = 0; n < 10; n++) {
    const made = await rpc.ask('account.create', { passphrase: canary('passphrase') });
    const cookie = made.headers.get('set-cookie')?.split(';')[0] ?? '';
    const told = await (await rpc.ask('account.newAccessNumber', undefined, { cookie })).text();
    numbers.push(world.watch(/\d{4} \d{3} \d{3} \d{3}/.exec(told)?.[0] ?? ''));
    await addCounsellor(world, { signInName: `known-${n}` });
    names.push(`known-${n}`);
    const card = await rpc.ask('recovery.makeCard', undefined, { cookie });
    spareCodes.push(world.watch(/"code":"([\d ]+)"/.exec(await card.text())?.[1] ?? ''));
    newcomer = cookie;
  }
  const { organisationId, staffId } = (await addCounsellor(world)).actor;
  const admin = await addStaff(world, { role: 'organisation-admin', organisationId });
  const made = await createInvitations(admin, { label: 'Ten', codes: 10 });
  invitationCodes = made.codes.map((code) => world.watch(code));
  // As two members of staff let somebody in, half an hour too late.
  await world.rows(
    `UPDATE recovery_code SET kind = 'staff', organisation_id = $1, started_by = $2, confirmed_by = $3,
       confirmed_at = created_at, expires_at = created_at`,
    [organisationId, staffId, admin.actor.staffId],
  );
  await world.rows(`UPDATE invitation_batch SET withdrawn_at = created_at`);
});
afterAll(() => world[Symbol.asyncDispose]());

const wrong = () => canary('wrong');

const cookieOf = (path: string): Record<string, string> =>
  path === 'invitation.redeem' ? { cookie: newcomer } : {};

it.each<[string, (n: number) => object, (n: number) => object]>([
  [
    'session.signIn',
    (n) => ({ accessNumber: numbers[n % numbers.length], passphrase: wrong() }),
    (n) => ({ accessNumber: `0000 000 00${n % 10} 000`, passphrase: wrong() }),
  ],
  [
    'session.signInStaff',
    (n) => ({ name: names[n % names.length], passphrase: wrong() }),
    (n) => ({ name: `nobody-${n % 10}`, passphrase: wrong() }),
  ],
  [
    'recovery.recover',
    (n) => ({ code: spareCodes[n % spareCodes.length], passphrase: wrong() }),
    (n) => ({ code: `0000 0000 0000 0000 000${n % 10}`, passphrase: wrong() }),
  ],
  [
    'invitation.redeem',
    (n) => ({ code: invitationCodes[n % invitationCodes.length] }),
    (n) => ({ code: `0000 000 000 00${n % 10}` }),
  ],
])(
  '%s answers alike, and after the same time, to what exists and what does not',
  async (path, known, unknown) => {
    const differences: number[] = [];
    for (let measurement = 0; measurement < MEASUREMENTS; measurement++) {
      const times: [number[], number[]] = [[], []];
      const said = new Set<string>();
      for (let n = 0; n < ROUNDS; n++) {
        // Interleaved, and each first as often as the other.
        for (const which of n % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
          const from = performance.now();
          const answer = await rpc.ask(path, which === 0 ? known(n) : unknown(n), cookieOf(path));
          times[which].push(performance.now() - from);
          said.add(`${answer.status} ${[...answer.headers.keys()].join()} ${await rpc.saidBy(answer)}`);
        }
      }
      expect(said.size, [...said].join('\n')).toBe(1);
      // Of each pair, made at the same moment: what slows the machine slows both.
      differences.push(Math.abs(median(times[0].map((time, n) => time - (times[1][n] ?? 0)))));
      if ((differences.at(-1) ?? 0) < MOST_DIFFERENCE_MS) break;
    }
    expect(Math.min(...differences), differences.join()).toBeLessThan(MOST_DIFFERENCE_MS);
  },
);

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
