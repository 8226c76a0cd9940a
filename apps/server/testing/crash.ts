// `npm run crash -- 20`: kills everything with -9 during bookings, that many times. Prints a JSON line per round.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Acknowledged, crashWhileBooking, createCrashWorld, lookAfterCrash } from './crash-round.ts';

const rounds = Number(process.argv[2] ?? 20);
const folder = await mkdtemp(path.join(tmpdir(), 'homeward-crash-'));
const world = await createCrashWorld(folder);
const all: Acknowledged[] = [];
let failed = 0;
for (let round = 1; round <= rounds; round++) {
  const { acknowledged, cutOff, refused } = await crashWhileBooking(world);
  all.push(...acknowledged);
  const found = await lookAfterCrash(world, all);
  const isWhole = found.lost.length + found.overlapping + found.withoutEvent === 0 && !found.auditFault;
  if (!isWhole) failed += 1;
  const counts = { acknowledged: acknowledged.length, cutOff, refused, acknowledgedInAll: all.length };
  process.stdout.write(`${JSON.stringify({ round, isWhole, ...counts, ...found })}\n`);
}
process.stdout.write(`${rounds - failed} of ${rounds} crashes left every acknowledged booking, none twice\n`);
await rm(folder, { recursive: true });
process.exitCode = failed === 0 ? 0 : 1;
