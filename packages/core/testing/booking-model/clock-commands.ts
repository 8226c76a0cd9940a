import fc from 'fast-check';
import { OUTBOX, type OutboxEvent } from '../../src/kernel/index.ts';
import { planDueReminders, sendDueMessages } from '../../src/message/index.ts';
import { carryOutEvent } from '../../src/notice/index.ts';
import { foresee, nextReminder } from './foresee.ts';
import type { Model } from './model.ts';
import type { Real } from './real.ts';
import { MINUTE } from './scene.ts';
import { type Step, step } from './step.ts';

/** The clock moves, and the worker looks. */
export const tick: fc.Arbitrary<Step> = fc
  .record({ minutes: fc.constantFrom(0, 1, 15, 90, 300, 1440), twice: fc.boolean() })
  .map(({ minutes, twice }) =>
    step({
      name: `tick(${minutes} minutes${twice ? ', all of it twice' : ''})`,
      run: async (model, real) => {
        moveClock(model, real, model.now + minutes * MINUTE);
        await work(model, real, twice);
        return 'done';
      },
    }),
  );

/** The clock moves to the time of the next reminder, or to a moment before or after it, and the worker looks. */
export const remind: fc.Arbitrary<Step> = fc.constantFrom(0, 0, 20 * MINUTE, -1).map((by) =>
  step({
    name: `remind(${by / MINUTE} minutes)`,
    check: (model) => nextReminder(model) !== undefined,
    run: async (model, real) => {
      moveClock(model, real, (nextReminder(model) ?? model.now) + by);
      await work(model, real, false);
      return 'done';
    },
  }),
);

/** The clock moves to where a hold is over, which nobody is told of; or to a moment before that. */
export const expire: fc.Arbitrary<Step> = fc.constantFrom(0, 0, 0, -1).map((by) =>
  step({
    name: `expire(${by})`,
    check: (model) => nextEnd(model) !== undefined,
    run: async (model, real) => {
      moveClock(model, real, (nextEnd(model) ?? model.now) + by);
      return 'done';
    },
  }),
);

const nextEnd = ({ appointments, now }: Readonly<Model>): number | undefined =>
  [...appointments.values()]
    .filter(({ status, holdUntil }) => status === 'held' && holdUntil > now + 1)
    .map(({ holdUntil }) => holdUntil)
    .sort((a, b) => a - b)[0];

/** A hold that is over leaves nothing: nobody asked for that time. */
function moveClock(model: Model, real: Real, to: number): void {
  model.now = to;
  real.world.clock.set(new Date(to).toISOString());
  for (const { id, status, holdUntil } of model.appointments.values())
    if (status === 'held' && holdUntil <= to) model.appointments.delete(id);
}

/** A worker that is killed before it says that it is done finds the same once more. */
async function work(model: Model, real: Real, twice: boolean): Promise<void> {
  const { world } = real;
  const jobs = await world.ports.boss.fetch<OutboxEvent>(OUTBOX, { batchSize: 100 });
  for (const { id, data } of jobs) {
    await carryOutEvent(world.system, data);
    if (twice) await carryOutEvent(world.system, data);
    await world.ports.boss.complete(OUTBOX, id);
  }
  for (let times = twice ? 2 : 1; times > 0; times--) {
    await planDueReminders(world.visitor);
    await sendDueMessages(world.visitor);
  }
  foresee(model);
}
