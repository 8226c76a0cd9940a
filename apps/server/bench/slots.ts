import { type Availability, type FreeSlotsQuery, freeSlots } from '../../../packages/scheduling/src/index.ts';
import { oracleSlots } from '../../../packages/scheduling/test/oracle.ts';
import { clinicOf } from './clinic-of-many-zones.ts';
import { median, report, round } from './measure.ts';

const COUNSELLORS = 50;
const WEEKS = 4;
const ROUNDS = 5;
/** The engine is too fast to be timed once. */
const CALLS = 20;

/** CPU time of the free slots of 50 counsellors over four weeks, beside the slow Temporal implementation of the tests. */
export async function benchSlots(): Promise<void> {
  const from = Date.parse('2027-03-08T00:00:00Z');
  const query = { now: from, window: { from, to: from + WEEKS * 7 * 86_400_000 } };
  const clinic = clinicOf(COUNSELLORS, query.window);
  const cold = cpuMilliseconds(() => allSlots(clinic, query));

  const ratios: number[] = [];
  const [fast, slow]: [number[], number[]] = [[], []];
  for (let n = 0; n < ROUNDS; n++) {
    let found: number[][] = [];
    let expected: number[][] = [];
    const engine = cpuMilliseconds(() => {
      for (let call = 0; call < CALLS; call++) found = allSlots(clinic, query);
    });
    const oracle = cpuMilliseconds(() => {
      expected = clinic.map((availability) => oracleSlots(availability, query));
    });
    if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error('the two do not agree');
    fast.push(engine / CALLS);
    slow.push(oracle);
    ratios.push((oracle * CALLS) / engine);
  }
  const slots = allSlots(clinic, query).reduce((sum, { length }) => sum + length, 0);
  report({
    bench: 'slots',
    counsellors: COUNSELLORS,
    weeks: WEEKS,
    slots,
    cpuMs: round(median(fast)),
    firstCallCpuMs: round(cold),
    plainTemporalCpuMs: round(median(slow)),
    ratio: round(median(ratios), 1),
    firstCallRatio: round(median(slow) / cold, 1),
    leastRatio: 20,
  });
}

function allSlots(clinic: readonly Availability[], query: FreeSlotsQuery): number[][] {
  return clinic.map((availability) => freeSlots(availability, query).map((slot) => slot.startsAt));
}

function cpuMilliseconds(job: () => void): number {
  const before = process.cpuUsage();
  job();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
