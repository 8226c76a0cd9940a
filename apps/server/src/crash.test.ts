import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import {
  type Acknowledged,
  crashWhileBooking,
  createCrashWorld,
  lookAfterCrash,
} from '../testing/crash-round.ts';

/** `npm run crash -- 20` does the same for longer. */
const rounds = 2;

it('has every acknowledged booking, none twice, and one whole audit log, after kill -9 of everything during bookings', {
  timeout: 300_000,
}, async () => {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'homeward-crash-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  const world = await createCrashWorld(dataFolder);
  const all: Acknowledged[] = [];
  for (let round = 0; round < rounds; round++) {
    const { acknowledged, cutOff } = await crashWhileBooking(world);
    expect(cutOff, 'the kill came while nobody was booking').toBeGreaterThan(0);
    all.push(...acknowledged);
    const { booked, ...found } = await lookAfterCrash(world, all);
    expect(found).toEqual({ lost: [], overlapping: 0, withoutEvent: 0, auditFault: undefined });
    expect(booked).toBeGreaterThanOrEqual(all.length);
  }
});
