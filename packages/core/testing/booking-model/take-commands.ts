import fc from 'fast-check';
import { bookAppointment, holdTime, rescheduleAppointment } from '../../src/booking/index.ts';
import { gridTimes, spansOf } from './free-times.ts';
import { forget, type Model, note } from './model.ts';
import { personOf, type Real } from './real.ts';
import { COUNSELLORS, HOUR, MINUTE, PEOPLE } from './scene.ts';
import { expectDone, expectRefusal, inWords, outcomeOf, type Step, step } from './step.ts';
import { judge, openOf, type Wanted } from './taking.ts';

const HOLD_MS = 10 * MINUTE;

const person = fc.nat(PEOPLE.length - 1);
const counsellor = fc.nat(COUNSELLORS.length - 1);
/** One of the next starts of the counsellor's grid; sometimes a little beside it. */
const time = fc.record({ pick: fc.nat(9), beside: fc.constantFrom(0, 0, 0, 0, 0, 0, 5 * MINUTE) });
type Time = { pick: number; beside: number };

function startOf(model: Model, one: number, { pick, beside }: Time): number {
  const ahead = gridTimes(model, one).filter((start) => start >= model.now - HOUR);
  return (ahead[pick % Math.max(1, Math.min(10, ahead.length))] ?? model.now + 2 * HOUR) + beside;
}

/** Holds a time, or books it at once. */
export const take: fc.Arbitrary<Step> = fc
  .record({ as: fc.constantFrom('held', 'held', 'booked'), person, counsellor, time })
  .map(({ as, time: at, ...who }) =>
    step({
      name: `${as === 'held' ? 'hold' : 'book'}(person ${who.person}, counsellor ${who.counsellor}, ${at.pick}${at.beside ? ' beside' : ''})`,
      run: (model, real) => doTake(model, real, { ...who, as, start: startOf(model, who.counsellor, at) }),
    }),
  );

/** Books one of the times that are held. */
export const bookHeld: fc.Arbitrary<Step> = fc.nat(3).map((pick) =>
  step({
    name: `bookHeld(${pick})`,
    check: (model) => [...model.appointments.values()].some(({ status }) => status === 'held'),
    run: (model, real) => {
      const holds = [...model.appointments.values()].filter(({ status }) => status === 'held');
      const hold = holds[pick % holds.length];
      if (!hold) throw new Error('nothing is held');
      const { person: by, counsellor: host, from: start } = hold;
      return doTake(model, real, { person: by, counsellor: host, start, as: 'booked' });
    },
  }),
);

const firstStatusWith = (host: number): 'requested' | 'booked' =>
  COUNSELLORS[host]?.confirmsByHand ? 'requested' : 'booked';

async function doTake(model: Model, real: Real, wanted: Wanted): Promise<string> {
  const { person: by, counsellor: host, start, as } = wanted;
  const wish = {
    counsellorId: real.counsellors[host]?.actor.staffId ?? '',
    startsAt: new Date(start).toISOString(),
    modality: 'video' as const,
    zone: PEOPLE[by]?.zone ?? 'UTC',
  };
  const outcome = await outcomeOf((as === 'held' ? holdTime : bookAppointment)(personOf(real, by), wish));
  const words = `person ${by} ${as} with ${host} at ${inWords(start)}`;
  const status = as === 'held' ? as : firstStatusWith(host);

  const same = openOf(model, by).find((one) => one.counsellor === host && one.from === start);
  if (same) {
    const { id } = expectDone(outcome);
    if (id !== same.id) throw new Error('this very time is theirs already, and they got another');
    if (same.status !== 'held' || as === 'held') return `${words}: as before`;
    // Honoured as it was held, whatever the counsellor changed meanwhile.
    Object.assign(same, { status });
    note(model, same, firstStatusWith(host));
    return `${words}: was held`;
  }
  const { refusals, letGo } = judge(model, wanted);
  if (refusals.length > 0) return `${words}: ${expectRefusal(outcome, refusals)}`;
  const { id } = expectDone(outcome);
  if (model.appointments.has(id)) throw new Error('a new time got an old id');
  forget(
    model,
    letGo.map((one) => one.id),
  );
  const times = { holdUntil: model.now + HOLD_MS, version: 0, versionAt: model.now, remindedOf: [] };
  const made = { id, person: by, counsellor: host, status, ...spansOf(model, host, start), ...times };
  model.appointments.set(id, made);
  if (as === 'booked') note(model, made, firstStatusWith(host));
  return `${words}: done`;
}

/** The person moves one of theirs to another time. */
export const reschedule: fc.Arbitrary<Step> = fc.record({ pick: fc.nat(2), time }).map(({ pick, time: at }) =>
  step({
    name: `reschedule(${pick}, ${at.pick}${at.beside ? ' beside' : ''})`,
    check: (model) => [...model.appointments.values()].some(({ status }) => status !== 'held'),
    run: async (model, real) => {
      const made = [...model.appointments.values()].filter(({ status }) => status !== 'held');
      const moving = made.at(-1 - (pick % made.length));
      if (!moving) throw new Error('there is nothing to move');
      const { id, person: by, counsellor: host } = moving;
      const start = startOf(model, host, at);
      const asked = { id, startsAt: new Date(start).toISOString(), zone: PEOPLE[by]?.zone ?? 'UTC' };
      const outcome = await outcomeOf(rescheduleAppointment(personOf(real, by), asked));
      const words = `person ${by} from ${inWords(moving.from)} to ${inWords(start)} with ${host}`;
      if (moving.status === 'cancelled') return `${words}: ${expectRefusal(outcome, ['conflict'])}`;
      if (moving.from <= model.now) return `${words}: ${expectRefusal(outcome, ['too-late-to-cancel'])}`;
      if (moving.from === start) return `${words}: ${expectDone(outcome).startsAt} as before`;
      const wanted = { person: by, counsellor: host, start, as: 'booked', moving } as const;
      const { refusals, letGo } = judge(model, wanted);
      if (refusals.length > 0) return `${words}: ${expectRefusal(outcome, refusals)}`;
      expectDone(outcome);
      forget(
        model,
        letGo.map((one) => one.id),
      );
      const status = firstStatusWith(host) === 'requested' ? 'requested' : moving.status;
      Object.assign(moving, { status, ...spansOf(model, host, start) });
      note(model, moving, 'moved');
      return `${words}: done`;
    },
  }),
);
