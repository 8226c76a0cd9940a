import type { Seen } from '../kernel/index.ts';
import type { Shown } from './present-agenda.ts';

/** Whose words are in it. */
export const agendaSeen = (shown: readonly Shown[]): Seen[] =>
  shown
    .filter(saysSomething)
    .flatMap(({ personId }) => (personId ? [{ personId, what: 'agenda' as const }] : []));

/** A time and a reference alone say nothing of a person. */
const saysSomething = ({ appointment: one }: Shown): boolean =>
  (one.callMe ?? one.language ?? one.interpreterLanguage ?? one.reach) !== null || one.bringsCompanion;
