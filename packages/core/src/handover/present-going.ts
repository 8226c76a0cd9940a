import type { Clash, GoingAppointment } from '@homeward/contracts/handover';
import { toInstant } from '../kernel/index.ts';
import type { Going } from './find-going.ts';

/** What staff see of an appointment that is to go: when and how, and a word that names nobody. */
export const presentGoing = (row: Going, clashes: ReadonlyMap<string, Clash>): GoingAppointment => ({
  id: row.id,
  reference: row.reference,
  startsAt: toInstant(new Date(row.from)),
  endsAt: toInstant(new Date(row.to)),
  modality: row.modality,
  clash: clashes.get(row.id) ?? null,
});
