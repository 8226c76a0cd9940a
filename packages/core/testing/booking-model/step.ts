import type { AsyncCommand } from 'fast-check';
import { Failure } from '../../src/kernel/index.ts';
import { compare } from './compare.ts';
import type { Model } from './model.ts';
import type { Real } from './real.ts';

export type Step = AsyncCommand<Model, Real>;

interface Deed {
  name: string;
  /** Does it in both and answers what was done, in a word; what came out must be what the model says. */
  run: (model: Model, real: Real) => Promise<string>;
  check?: (model: Readonly<Model>) => boolean;
}

/** A command after which everything is compared. What fails says all that was done until then. */
export const step = ({ name, run, check = () => true }: Deed): Step => ({
  check,
  run: async (model, real) => {
    try {
      real.log.push(`${inWords(model.now)} ${name}: ${await run(model, real)}`);
      await compare(model, real);
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      throw new Error([...real.log, `${name} FAILED: ${what}`].join('\n'), { cause: error });
    }
  },
  toString: () => name,
});

export const inWords = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

/** What a use-case answers, or the code with which it refuses; anything else is a bug and thrown on. */
export async function outcomeOf<Output>(
  deed: Promise<Output>,
): Promise<{ output: Output } | { code: string }> {
  try {
    return { output: await deed };
  } catch (error) {
    if (error instanceof Failure && error.code !== 'internal') return { code: error.code };
    throw error;
  }
}

/** Throws unless a refusal was due, and is in one of the words that fit. */
export function expectRefusal(
  outcome: { output: unknown } | { code: string },
  refusals: readonly string[],
): string {
  if (!('code' in outcome)) throw new Error(`was done, and should be refused: ${refusals.join(', ')}`);
  if (refusals.includes(outcome.code)) return outcome.code;
  throw new Error(`was refused with ${outcome.code}, and should be ${refusals.join(' or ') || 'done'}`);
}

/** Throws on a refusal. */
export function expectDone<Output>(outcome: { output: Output } | { code: string }): Output {
  if ('output' in outcome) return outcome.output;
  throw new Error(`was refused with ${outcome.code}, and should be done`);
}
