import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPartner, createWorld, type World } from '../../testing/index.ts';
import { toApiKey } from './api-key.ts';
import { authenticateKey, createKey, createOrganisation, getOwnOrganisation } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const refused = { code: 'not-signed-in' };

describe('a key', () => {
  it('is in the answer that makes it and nowhere in the database', async () => {
    const { key } = await addPartner(world);
    const rows = await world.rows(
      `SELECT to_jsonb(k) AS row FROM api_key k UNION ALL SELECT to_jsonb(a) FROM audit_entry a`,
    );
    const stored = JSON.stringify(rows);
    expect(stored).toContain(key.slice(0, 12));
    expect(stored).not.toContain(key.slice(0, 16));
    expect(stored).not.toContain(Buffer.from(key).toString('hex'));
  });

  it('stands for its organisation, with its scopes', async () => {
    const { key, organisationId } = await addPartner(world, { scopes: ['listings:read'] });
    const actor = await authenticateKey(world.visitor, `bearer  ${key}`);
    expect(actor).toMatchObject({ kind: 'partner-key', organisationId, scopes: ['listings:read'] });
  });

  it.each([
    ['none', () => undefined],
    ['an empty header', () => ''],
    ['another scheme', (key: string) => `Basic ${key}`],
    ['the key alone', (key: string) => key],
    ['two keys', (key: string) => `Bearer ${key} ${key}`],
    ['a key with something after it', (key: string) => `Bearer ${key}x`],
    ['a key that was never given out', () => `Bearer ${toApiKey(randomBytes(32))}`],
    ['its prefix', (key: string) => `Bearer ${key.slice(0, 12)}`],
    ['SQL', () => `Bearer ' OR true --`],
  ])('is not %s', async (_what, header) => {
    const { key } = await addPartner(world);
    await expect(authenticateKey(world.visitor, header(key))).rejects.toMatchObject(refused);
  });

  it('is not what the database holds of it', async () => {
    await addPartner(world);
    const rows = await world.rows<{ value: string }>(
      `SELECT unnest(ARRAY[encode(key_hash, 'hex'), encode(key_hash, 'base64'), prefix, id::text]) AS value FROM api_key`,
    );
    for (const { value } of rows) {
      await expect(authenticateKey(world.visitor, `Bearer ${value}`)).rejects.toMatchObject(refused);
    }
  });

  it('opens nothing once it is revoked or has expired, and is refused like one that never was', async () => {
    const revoked = await addPartner(world);
    await world.rows('UPDATE api_key SET revoked_at = now() WHERE id = $1', [revoked.context.actor.keyId]);
    const expired = await addPartner(world);
    await world.rows('UPDATE api_key SET expires_at = $2 WHERE id = $1', [
      expired.context.actor.keyId,
      new Date(world.clock.now() + 1000),
    ]);
    expect(await authenticateKey(world.visitor, `Bearer ${expired.key}`)).toMatchObject({
      kind: 'partner-key',
    });
    world.clock.advance(1000);
    const never = await authenticateKey(world.visitor, undefined).catch((error: unknown) => error);
    for (const { key } of [revoked, expired]) {
      expect(await authenticateKey(world.visitor, `Bearer ${key}`).catch((error: unknown) => error)).toEqual(
        never,
      );
    }
  });

  it('remembers when it was last used, to the minute', async () => {
    const { key, context } = await addPartner(world);
    world.clock.advance(90_000);
    await authenticateKey(world.visitor, `Bearer ${key}`);
    const [row] = await world.rows<{ last_used_at: Date }>('SELECT last_used_at FROM api_key WHERE id = $1', [
      context.actor.keyId,
    ]);
    expect(row?.last_used_at.getTime()).toBe(world.clock.now());
  });

  it('is not made for an organisation that is not there', async () => {
    const organisationId = '00000000-0000-7000-8000-000000000001';
    await expect(createKey(world.system, { organisationId, name: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('an organisation', () => {
  it('sees itself and the key it came with', async () => {
    const { id: organisationId } = await createOrganisation(world.system, {
      name: '  Yayasan Contoh ',
      country: 'ID',
      website: 'https://example.org',
    });
    const { id: keyId, key } = await createKey(world.system, {
      organisationId,
      name: 'Nightly',
      scopes: ['listings:read'],
    });
    const actor = await authenticateKey(world.visitor, `Bearer ${key}`);
    expect(await getOwnOrganisation(world.as(actor), {})).toEqual({
      id: organisationId,
      name: 'Yayasan Contoh',
      country: 'ID',
      website: 'https://example.org',
      key: {
        id: keyId,
        name: 'Nightly',
        prefix: key.slice(0, 12),
        scopes: ['listings:read'],
        expiresAt: null,
      },
    });
  });

  it('can’t be made by a partner, nor can a key', async () => {
    const { context, organisationId } = await addPartner(world);
    await expect(createOrganisation(context, { name: 'x', country: 'TH' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(createKey(context, { organisationId, name: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
