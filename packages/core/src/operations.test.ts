import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../testing/index.ts';
import { type Actor, type Operation, scopesOf, VISITOR } from './kernel/index.ts';

/** Every use-case there is: whatever in a slice carries a `spec`. */
async function findOperations(): Promise<[name: string, operation: Operation][]> {
  const folder = import.meta.dirname;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') &&
      !file.endsWith('.test.ts') &&
      !file.startsWith('kernel') &&
      !file.startsWith('demo'),
  );
  const modules = await Promise.all(
    files.map((file) => import(/* @vite-ignore */ `./${file}`) as Promise<Record<string, unknown>>),
  );
  const found = new Map<string, Operation>();
  for (const module of modules) {
    for (const value of Object.values(module)) if (isOperation(value)) found.set(value.spec.action, value);
  }
  return [...found].sort();
}

const isOperation = (value: unknown): value is Operation => typeof value === 'function' && 'spec' in value;

const operations = await findOperations();
const other = {
  organisationId: '00000000-0000-7000-8000-000000000001',
  staffId: '00000000-0000-7000-8000-000000000002',
};
const actors: Actor[] = [
  VISITOR,
  {
    kind: 'person',
    personId: other.staffId,
    sessionId: other.staffId,
    kept: true,
    confirmed: true,
    zone: null,
  },
  { kind: 'counsellor', ...other, sessionId: other.staffId },
  { kind: 'partner-staff', ...other, sessionId: other.staffId },
  { kind: 'staff-pending', ...other, sessionId: other.staffId, enrolled: true },
  { kind: 'organisation-admin', ...other, sessionId: other.staffId },
  { kind: 'platform-admin', ...other, sessionId: other.staffId },
  { kind: 'partner-key', keyId: other.staffId, organisationId: other.organisationId, scopes: [] },
  { kind: 'system' },
];
const partner: Actor = {
  kind: 'partner-key',
  keyId: other.staffId,
  organisationId: other.organisationId,
  scopes: ['listings:read', 'listings:write'],
};

const REFUSAL_OF: Partial<Record<Actor['kind'], string>> = {
  visitor: 'not-signed-in',
  'staff-pending': 'second-factor-required',
};

/** The same, having just shown who they are. */
const proved = (actor: Actor): Actor =>
  'sessionId' in actor ? { ...actor, provedUntil: Number.POSITIVE_INFINITY } : actor;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

it('finds the use-cases', () => {
  expect(operations.length).toBeGreaterThan(20);
});

describe.each(operations)('%s', (action, operation) => {
  it('is named noun.verb', () => {
    expect(action).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
  });

  it('refuses every actor without its scope, before it looks at the input', async () => {
    const without = actors.filter((actor) => !scopesOf(actor).includes(operation.spec.scope));
    expect(without.length, 'a use-case for everybody needs no scope').toBeGreaterThan(0);
    for (const actor of without) {
      await expect(operation(world.as(actor), { nonsense: true })).rejects.toMatchObject({
        code: REFUSAL_OF[actor.kind] ?? 'forbidden',
      });
    }
  });

  it('refuses input of another shape, and members it does not know', async () => {
    const actor = proved(actors.find((one) => scopesOf(one).includes(operation.spec.scope)) ?? partner);
    for (const input of [null, 7, 'text', [], { __proto__: null, role: 'admin', verified: true }]) {
      await expect(operation(world.as(actor), input)).rejects.toMatchObject({ code: 'invalid-input' });
    }
  });
});

const steppedUp = operations.filter(([, { spec }]) => spec.stepUp);

it('finds the use-cases that need fresh proof', () => {
  expect(steppedUp.length).toBeGreaterThan(10);
});

it.each(steppedUp)('%s refuses whoever has not just proved who they are', async (_, operation) => {
  const signedIn = actors.filter((one) => 'sessionId' in one);
  for (const actor of signedIn.filter((one) => scopesOf(one).includes(operation.spec.scope))) {
    const stale = 'sessionId' in actor ? { ...actor, provedUntil: world.clock.now() } : actor;
    await expect(operation(world.as(stale), { nonsense: true })).rejects.toMatchObject({
      code: 'step-up-required',
    });
  }
});
