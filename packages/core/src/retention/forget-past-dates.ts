import { personalData } from '@homeward/db';
import type { Context } from '../kernel/index.ts';
import { RULES } from './rules.ts';

/**
 * Removes everything that is past its date, by the rules of the register: each in a transaction of its own, and none held
 * back by another that fails. Answers how many rows went, by rule. Throws an AggregateError after the last one.
 */
export async function forgetPastDates(context: Omit<Context, 'actor'>): Promise<Record<string, number>> {
  const forgotten: Record<string, number> = {};
  const errors: unknown[] = [];
  for (const { rule, after } of datedRules()) {
    try {
      forgotten[rule] = (await RULES[rule]?.(context, subtract(context.clock.now(), after))) ?? 0;
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'some rules of retention failed');
  return forgotten;
}

/** The rules of the register that a date triggers. */
export const datedRules = (): { rule: string; after: string }[] =>
  Object.entries(personalData.retention).flatMap(([rule, { after }]) =>
    after === undefined ? [] : [{ rule, after }],
  );

/** The instant that lies an ISO 8601 duration before another; years and months by the calendar in UTC. */
function subtract(now: number, after: string): Date {
  const { epochMilliseconds } = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO('UTC')
    .subtract(Temporal.Duration.from(after));
  return new Date(epochMilliseconds);
}
