import fc from 'fast-check';
import { afterAll, beforeAll, it } from 'vitest';
import { createWorld, type World } from '../index.ts';
import { answer, cancel } from './answer-commands.ts';
import { expire, remind, tick } from './clock-commands.ts';
import { backAgain, changeHours, changeLimits, timeOff } from './desk-commands.ts';
import { answerProposal, propose } from './handover-commands.ts';
import { checkInvariants } from './invariants.ts';
import { newModel } from './model.ts';
import { arrangeScene } from './real.ts';
import { bookHeld, reschedule, take } from './take-commands.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** A failure prints its seed, path and replayPath: MODEL_SEED, MODEL_PATH and MODEL_REPLAY run it again, MODEL_RUNS says how many runs. */
const { MODEL_RUNS, MODEL_SEED, MODEL_PATH, MODEL_REPLAY, MODEL_SECONDS } = process.env;

const commands = fc.commands(
  [
    take,
    take,
    take,
    take,
    take,
    take,
    bookHeld,
    bookHeld,
    reschedule,
    reschedule,
    answer,
    answer,
    answer,
    cancel,
    cancel,
    expire,
    changeHours,
    changeLimits,
    timeOff,
    backAgain,
    tick,
    tick,
    remind,
    propose,
    answerProposal,
  ],
  { maxCommands: 40, size: 'max', ...(MODEL_REPLAY && { replayPath: MODEL_REPLAY }) },
);

const property = fc.asyncProperty(commands, async (steps) => {
  const [model, real] = [newModel(), await arrangeScene(world)];
  await fc.asyncModelRun(() => ({ model, real }), steps);
  await checkInvariants(model, real);
});

const runs = {
  numRuns: Number(MODEL_RUNS ?? 3),
  plugins: [fc.interruptAfterTimeLimit(Number(MODEL_SECONDS ?? 90) * 1000)],
};

it.each(MODEL_SEED === undefined ? ['4', String(Date.now() % 2 ** 31)] : [MODEL_SEED])(
  'whatever people and staff do, the database, what is offered and what is told are as a plain list says (seed %s)',
  (seed) => fc.assert(property, { ...runs, seed: Number(seed), ...(MODEL_PATH && { path: MODEL_PATH }) }),
  20 * 60_000,
);
